import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import hits from '../../docs/rules/hits.json';
import { CATALOGUE } from '../../lib/check/catalogue';
import { RULES } from '../../lib/rules';
import { contractBreaches } from '../../lib/testing';
import { version } from '../../package.json';

/** What a few rules need to have anything to say. */
const OPTIONS = { privateRegistries: ['private.example.com'] };

test.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('%s keeps the contract', (_, rule) => {
  expect(contractBreaches(rule, OPTIONS)).toEqual([]);
});

test('the catalogue and the list of rules are sorted, and no id stands twice', () => {
  for (const list of [CATALOGUE, RULES]) {
    const ids = list.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  }
});

test('every rule has a file and a file of tests, named by its id, in the folder of its topic', () => {
  const isThere = (path: string) => existsSync(resolve(__dirname, '../..', path));
  const places = [
    ...RULES.map(({ id, topic }) => `rules/${topic}/${id}`),
    ...CATALOGUE.filter((entry) => !('check' in entry)).map(({ id }) => `check/checkers/${id}`),
  ];
  expect(places).toHaveLength(CATALOGUE.length);
  expect(places.filter((place) => !isThere(`lib/${place}.ts`) || !isThere(`test/${place}.test.ts`))).toEqual([]);
});

test('every rule is as old as a version of this package', () => {
  const numbers = (text: string) => text.split('.').map(Number);
  const isReached = (since: string) => {
    const [major = 0, minor = 0] = numbers(version);
    const [ofMajor = 0, ofMinor = 0] = numbers(since);
    return ofMajor < major || (ofMajor === major && ofMinor <= minor);
  };
  expect(CATALOGUE.filter(({ since }) => !/^\d+\.\d+\.\d+$/.test(since) || !isReached(since))).toEqual([]);
});

test('a rule that fires on more than half of our own manifests it looks at says why it should', () => {
  const often = CATALOGUE.filter(({ id }) => {
    const { lookedAt, fired } = hits.rules[id as keyof typeof hits.rules] ?? { lookedAt: 0, fired: 0 };
    return fired > lookedAt / 2;
  });
  expect(often.filter(({ why }) => !/manifest/.test(why)).map(({ id }) => id)).toEqual([]);
});

test('the table of hits names no rule that is gone', () => {
  const ids = new Set(CATALOGUE.map(({ id }) => id));
  expect(Object.keys(hits.rules).filter((id) => !ids.has(id))).toEqual([]);
});

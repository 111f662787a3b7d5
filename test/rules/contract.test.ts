import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import hits from '../../docs/rules/hits.json';
import { CATALOGUE } from '../../lib/check/catalogue';
import { check } from '../../lib/check/check';
import type { CheckOptions } from '../../lib/check/options';
import { parseFieldPath, valueAtPath } from '../../lib/kubernetes/text/field-path';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import type { Rule } from '../../lib/rules/rule';

const read = (yaml: string): Manifest[] =>
  parseAllDocuments(yaml).map((document) => {
    expect('errors' in document ? document.errors : []).toEqual([]);
    return document.toJSON() as Manifest;
  });

/** What a few rules need to have anything to say. */
const OPTIONS: CheckOptions = { privateRegistries: ['private.example.com'] };

/** All findings of a rule, those among them that another one tells. */
const findingsOf = (rule: Rule, yaml: string) => {
  const { findings, covered } = check(read(yaml), OPTIONS);
  return [...covered, ...findings].filter((finding) => finding.rule === rule.id);
};

describe.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('its bad example breaks it exactly once, at a path that exists', () => {
    const found = findingsOf(rule, rule.bad);
    expect(found).toHaveLength(1);
    const manifest = read(rule.bad)[found[0]?.index ?? -1];
    expect(parseFieldPath(found[0]?.path ?? '')).not.toEqual([]);
    expect(valueAtPath(manifest, found[0]?.path ?? '')).toBeDefined();
  });

  test('its bad example differs from the good one, on which it is silent', () => {
    expect(rule.good.trim()).not.toBe(rule.bad.trim());
    expect(findingsOf(rule, rule.good)).toEqual([]);
  });

  test('its texts say something, in the style of the house', () => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [rule.title, rule.why, rule.fix]) {
      expect(text.length).toBeGreaterThan(15);
      expect(text).not.toMatch(/!|\bplease\b|undefined|\s{2}/i);
    }
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.fix).toMatch(/^[A-Z].*\.$/);
    expect(rule.see.length).toBeGreaterThan(0);
    for (const page of rule.see) expect(new URL(page).protocol).toBe('https:');
  });

  test('its message has its subject first and names things in quotes', () => {
    const message = findingsOf(rule, rule.bad)[0]?.message ?? '';
    expect(message).toMatch(/^[a-z0-9]|^[A-Z][A-Za-z]+ \S/);
    expect(message).not.toMatch(/!|\bplease\b|^error|undefined|NaN|\.$|\s{2}/i);
    expect(message.length).toBeLessThan(240);
  });

  test('it is frozen', () => {
    expect(Object.isFrozen(rule)).toBe(true);
  });
});

test('the catalogue is sorted, and no id stands twice', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('every rule has a file of its own and a file of tests, which bear its name', () => {
  const named = (folder: string, end: string) =>
    ['rules', 'check']
      .flatMap((room) => readdirSync(resolve(__dirname, '../..', folder, room), { recursive: true, encoding: 'utf8' }))
      .filter((file) => file.endsWith(end))
      .map((file) => basename(file, end));
  const [files, tests] = [new Set(named('lib', '.ts')), new Set(named('test', '.test.ts'))];
  const isThere = (id: string) => files.has(id) && tests.has(id);
  expect(CATALOGUE.map(({ id }) => id).filter((id) => !isThere(id))).toEqual([]);
});

test('a rule that fires on more than half of our own manifests it looks at says why it should', () => {
  const often = CATALOGUE.filter(({ id }) => {
    const { lookedAt, fired } = hits.rules[id as keyof typeof hits.rules] ?? { lookedAt: 0, fired: 0 };
    return fired > lookedAt / 2;
  });
  expect(often.filter(({ why }) => !/manifest/.test(why)).map(({ id }) => id)).toEqual([]);
});

test('the table of hits knows every rule', () => {
  expect(Object.keys(hits.rules).sort()).toEqual(CATALOGUE.map(({ id }) => id));
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIAGNOSES } from '../../lib/diagnosis/diagnoses';
import { RULES } from '../../lib/rules';
import { TOPICS } from '../../scripts/docs/notes/topics';
import { describeShared } from '../support/shared';

/** Composed by lib/check from other folders, so not in the list of rules. */
const COMPOSED = ['admitted', 'rollout-loses-nothing'];

test('every rule and every diagnosis that an answer names exists', () => {
  const rules = new Set([...RULES.map(({ id }) => id), ...COMPOSED]);
  const classes = new Set(DIAGNOSES.map(({ id }) => id));
  expect(TOPICS.flatMap((topic) => topic.rules).filter((id) => !rules.has(id))).toEqual([]);
  expect(TOPICS.flatMap((topic) => topic.diagnoses).filter((id) => !classes.has(id))).toEqual([]);
});

describeShared('seed', (seed) => {
  test('every heading is answered, in order', () => {
    const [file] = readdirSync(seed);
    const lines = readFileSync(join(seed, file as string), 'utf8').split('\n');
    let fenced = false;
    const headings = lines.flatMap((line) => {
      if (line.trimStart().startsWith('```')) fenced = !fenced;
      const match = fenced ? null : /^#{2,4}\s+(.*)$/.exec(line);
      return match === null ? [] : [(match[1] as string).replaceAll('**', '').trim()];
    });
    expect(TOPICS.map(({ heading }) => heading)).toEqual(headings);
  });
});

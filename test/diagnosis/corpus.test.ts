import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { diagnose } from '../../lib/diagnosis';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { describeShared } from '../support/shared';

interface Expected {
  readonly class: string;
  readonly alsoAccept?: readonly string[];
  readonly container: string | null;
  readonly containerAccept?: ReadonlyArray<string | null>;
  readonly field?: string;
  readonly now?: string;
}

const SUFFIX = '.expected.json';
/** Any time after the cases were recorded. */
const LATER = '2026-11-01T00:00:00Z';

function answer(corpus: string, name: string) {
  const expected = JSON.parse(readFileSync(join(corpus, `${name}${SUFFIX}`), 'utf8')) as Expected;
  const documents = parseAllDocuments(readFileSync(join(corpus, `${name}.yaml`), 'utf8'));
  const objects = documents.map((document) => document.toJS() as Manifest);
  const { diagnoses } = diagnose(objects, { now: expected.now ?? LATER });
  return { expected, first: diagnoses[0] };
}

describeShared('corpus/diagnosis', (corpus) => {
  const files = readdirSync(corpus).filter((file) => file.endsWith(SUFFIX));
  const cases = files.map((file) => file.slice(0, -SUFFIX.length));

  test.each(cases)('%s: class, container and field', (name) => {
    const { expected, first } = answer(corpus, name);
    expect([expected.class, ...(expected.alsoAccept ?? [])]).toContain(first?.class);
    expect([expected.container, ...(expected.containerAccept ?? [])]).toContain(first?.container);
    if (expected.field !== undefined) expect(first?.field).toBe(expected.field);
  });

  test('at least 95% have exactly the expected class', () => {
    const answers = cases.map((name) => answer(corpus, name));
    const right = answers.filter(({ expected, first }) => first?.class === expected.class).length;
    console.info(`diagnosis corpus: ${right} of ${answers.length} classes right`);
    expect(right / answers.length).toBeGreaterThanOrEqual(0.95);
  });
});

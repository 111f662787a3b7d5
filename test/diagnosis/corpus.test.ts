import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { diagnose } from '../../lib/diagnosis';
import type { Manifest } from '../../lib/kubernetes/views/manifest';

interface Expected {
  readonly class: string;
  readonly alsoAccept?: readonly string[];
  readonly container: string | null;
  readonly containerAccept?: ReadonlyArray<string | null>;
  readonly field?: string;
  readonly now?: string;
}

/** The cases lie beside the checkout where there are any; without them this tier is left out. */
const CORPUS = resolve(__dirname, '../../../shared/corpus/diagnosis');
const SUFFIX = '.expected.json';
/** Any time after the cases were recorded. */
const LATER = '2026-11-01T00:00:00Z';
const cases = existsSync(CORPUS) ? readdirSync(CORPUS).filter((file) => file.endsWith(SUFFIX)) : [];

function answer(name: string) {
  const expected = JSON.parse(readFileSync(join(CORPUS, `${name}${SUFFIX}`), 'utf8')) as Expected;
  const documents = parseAllDocuments(readFileSync(join(CORPUS, `${name}.yaml`), 'utf8'));
  const objects = documents.map((document) => document.toJS() as Manifest);
  const { diagnoses } = diagnose(objects, { now: expected.now ?? LATER });
  return { expected, first: diagnoses[0] };
}

const describeCases = cases.length === 0 ? describe.skip : describe;

describeCases('each case of the corpus', () => {
  test.each(cases.map((file) => file.slice(0, -SUFFIX.length)))('%s: class, container and field', (name) => {
    const { expected, first } = answer(name);
    expect([expected.class, ...(expected.alsoAccept ?? [])]).toContain(first?.class);
    expect([expected.container, ...(expected.containerAccept ?? [])]).toContain(first?.container);
    if (expected.field !== undefined) expect(first?.field).toBe(expected.field);
  });

  test('at least 95% have exactly the expected class', () => {
    const answers = cases.map((file) => answer(file.slice(0, -SUFFIX.length)));
    const right = answers.filter(({ expected, first }) => first?.class === expected.class).length;
    console.info(`diagnosis corpus: ${right} of ${answers.length} classes right`);
    expect(right / answers.length).toBeGreaterThanOrEqual(0.95);
  });
});

if (cases.length === 0)
  test('the corpus of cases is not beside this checkout: its tests are skipped', () => expect(cases).toEqual([]));

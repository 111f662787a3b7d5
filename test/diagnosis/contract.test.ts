import { parseAllDocuments } from 'yaml';
import { DIAGNOSES, diagnose } from '../../lib/diagnosis';
import type { Diagnosis } from '../../lib/diagnosis/classes/diagnosis';
import { Evidence } from '../../lib/diagnosis/evidence/evidence';
import type { Manifest } from '../../lib/kubernetes/manifest';

const objectsOf = ({ evidence }: Diagnosis) =>
  parseAllDocuments(evidence).map((document) => document.toJS() as Manifest);
const named = DIAGNOSES.map((diagnosis) => [`${diagnosis.id} of ${diagnosis.kinds.join(', ')}`, diagnosis] as const);

/** The place in the list that comes first on a piece of evidence, as an object's kind narrows it. */
function firstOn(diagnosis: Diagnosis): Diagnosis | undefined {
  const now = diagnosis.now === undefined ? undefined : Date.parse(diagnosis.now);
  const evidence = Evidence.of(objectsOf(diagnosis), now);
  const [subject] = evidence.subjects;
  if (subject === undefined) return undefined;
  return DIAGNOSES.find(
    (each) => each.kinds.includes(subject.ref.kind ?? '') && each.match(subject, evidence) !== undefined,
  );
}

describe.each(named)('%s', (_name, diagnosis) => {
  test('comes first on its own evidence', () => {
    expect(firstOn(diagnosis)?.id).toBe(diagnosis.id);
  });

  test('never comes first on the evidence of another', () => {
    const others = DIAGNOSES.filter((other) => other.id !== diagnosis.id);
    expect(others.filter((other) => firstOn(other) === diagnosis).map(({ id }) => id)).toEqual([]);
  });

  test('is told with proof and a command that only reads', () => {
    const { diagnoses } = diagnose(objectsOf(diagnosis), diagnosis.now === undefined ? {} : { now: diagnosis.now });
    const entry = diagnoses.find((each) => each.class === diagnosis.id);
    expect(entry?.proof).not.toEqual([]);
    for (const line of [entry?.command, ...(entry?.more ?? [])]) {
      expect(line).toMatch(/^kubectl( -n \S+)? (get|describe|logs|top) /);
    }
  });

  test('says what, why and what to do in sentences, and where to read on', () => {
    expect(diagnosis.title).toMatch(/^[A-Z][^.!?]*$/);
    for (const text of [diagnosis.why, diagnosis.fix]) expect(text).toMatch(/^[A-Z`].*[.`]$/s);
    expect(diagnosis.see.length).toBeGreaterThan(0);
    for (const page of diagnosis.see) expect(page).toMatch(/^https:\/\//);
  });

  test('is frozen', () => {
    expect(Object.isFrozen(diagnosis)).toBe(true);
  });
});

test('each class of each kind stands in the list once', () => {
  const keys = DIAGNOSES.flatMap(({ id, kinds }) => kinds.map((kind) => `${kind} ${id}`));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

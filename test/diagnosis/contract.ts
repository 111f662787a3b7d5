import type { Diagnosis } from '../../lib/diagnosis';
import { Evidence } from '../../lib/diagnosis/evidence/evidence';
import { objectsOf, reportOn } from './examples/examples';

/** The place in the list that comes first on a piece of evidence, as an object's kind narrows it. */
export function firstOn(diagnosis: Diagnosis, diagnoses: readonly Diagnosis[]): Diagnosis | undefined {
  const now = diagnosis.now === undefined ? undefined : Date.parse(diagnosis.now);
  const evidence = Evidence.of(objectsOf(diagnosis), now);
  const [subject] = evidence.subjects;
  if (subject === undefined) return undefined;
  return diagnoses.find(
    (each) => each.kinds.includes(subject.ref.kind ?? '') && each.match(subject, evidence) !== undefined,
  );
}

/** What holds of every diagnosis in a list of them. */
export function describeContract(title: string, diagnosis: Diagnosis, diagnoses: readonly Diagnosis[]): void {
  describe(title, () => {
    test('comes first on its own evidence', () => {
      expect(firstOn(diagnosis, diagnoses)).toBe(diagnosis);
    });

    test('never comes first on the evidence of another', () => {
      const others = diagnoses.filter((other) => other !== diagnosis);
      expect(others.filter((other) => firstOn(other, diagnoses) === diagnosis).map(({ id }) => id)).toEqual([]);
    });

    test('is told with proof and a command that only reads', () => {
      const entry = reportOn(diagnosis, objectsOf(diagnosis), diagnoses).diagnoses.find(
        (each) => each.class === diagnosis.id,
      );
      if (diagnosis.outcome !== 'ok') expect(entry?.proof).not.toEqual([]);
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

    test('states how a rollout takes it, where it is an error', () => {
      const { patience, outcome, severity } = diagnosis;
      const canBeLost = outcome === 'failed' && severity === 'error' && patience.beside !== 'always';
      expect(Number.isFinite(patience.seconds)).toBe(canBeLost);
      if (patience.final === true) expect(patience.seconds).toBe(0);
    });

    test('is frozen', () => {
      expect(Object.isFrozen(diagnosis)).toBe(true);
    });
  });
}

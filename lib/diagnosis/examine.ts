import type { Diagnosis } from './classes/diagnosis';
import type { Evidence } from './evidence/evidence';
import type { ObservedObject } from './evidence/observed-object';
import type { Match } from './telling/match';

/** One object with one of its diagnoses. */
export interface Diagnosed {
  readonly subject: ObservedObject;
  readonly diagnosis: Diagnosis;
  readonly match: Match;
}

/** The diagnoses of each kind of object, in order of precedence. */
export type DiagnosesByKind = ReadonlyMap<string, readonly Diagnosis[]>;

export function byKind(diagnoses: readonly Diagnosis[]): DiagnosesByKind {
  const found = new Map<string, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    for (const kind of diagnosis.kinds) found.set(kind, [...(found.get(kind) ?? []), diagnosis]);
  }
  return found;
}

function first(subject: ObservedObject, evidence: Evidence, diagnoses: DiagnosesByKind): Diagnosed | undefined {
  for (const diagnosis of diagnoses.get(subject.ref.kind ?? '') ?? []) {
    const match = diagnosis.match(subject, evidence);
    if (match !== undefined) return { subject, diagnosis, match };
  }
  return undefined;
}

/** What is wrong with the other containers of a pod, once that of one is known. */
function others(found: Diagnosed, evidence: Evidence, diagnoses: DiagnosesByKind): readonly Diagnosed[] {
  const { subject, match, diagnosis } = found;
  const { pod } = subject;
  if (pod === undefined || match.container === undefined || diagnosis.outcome !== 'failed') return [];
  const seen = new Set([match.container]);
  const classes = new Set([diagnosis.id]);
  const further: Diagnosed[] = [];
  for (;;) {
    const rest = { ...subject, pod: { ...pod, containers: pod.containers.filter(({ name }) => !seen.has(name)) } };
    const next = rest.pod.containers.length === 0 ? undefined : first(rest, evidence, diagnoses);
    const container = next?.match.container;
    if (next === undefined || container === undefined || seen.has(container) || next.diagnosis.outcome !== 'failed')
      break;
    seen.add(container);
    // That the pod is not ready, or has failed as a whole, is what the neighbours of a failing container always are.
    if (classes.has(next.diagnosis.id) || next.diagnosis.perContainer !== true) continue;
    classes.add(next.diagnosis.id);
    further.push({ ...next, subject });
  }
  return further;
}

/** Diagnoses one object: the first diagnosis that matches, then those of its other containers. */
export function examine(subject: ObservedObject, evidence: Evidence, diagnoses: DiagnosesByKind): readonly Diagnosed[] {
  const found = first(subject, evidence, diagnoses);
  return found === undefined ? [] : [found, ...others(found, evidence, diagnoses)];
}

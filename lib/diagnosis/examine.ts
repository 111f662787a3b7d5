import type { Diagnosis } from './classes/diagnosis';
import { DIAGNOSES } from './diagnoses';
import type { Evidence } from './evidence/evidence';
import type { ObservedObject } from './evidence/observed-object';
import type { Match } from './telling/match';

/** One diagnosis of one object. */
export interface Finding {
  readonly subject: ObservedObject;
  readonly diagnosis: Diagnosis;
  readonly match: Match;
}

const BY_KIND = new Map<string, readonly Diagnosis[]>();
for (const diagnosis of DIAGNOSES) {
  for (const kind of diagnosis.kinds) BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), diagnosis]);
}

function first(subject: ObservedObject, evidence: Evidence): Finding | undefined {
  for (const diagnosis of BY_KIND.get(subject.ref.kind ?? '') ?? []) {
    const match = diagnosis.match(subject, evidence);
    if (match !== undefined) return { subject, diagnosis, match };
  }
  return undefined;
}

/** What is wrong with the other containers of a pod, once that of one is known. */
function others(found: Finding, evidence: Evidence): readonly Finding[] {
  const { subject, match, diagnosis } = found;
  const { pod } = subject;
  if (pod === undefined || match.container === undefined || diagnosis.outcome !== 'failed') return [];
  const seen = new Set([match.container]);
  const classes = new Set([diagnosis.id]);
  const further: Finding[] = [];
  for (;;) {
    const rest = { ...subject, pod: { ...pod, containers: pod.containers.filter(({ name }) => !seen.has(name)) } };
    const next = rest.pod.containers.length === 0 ? undefined : first(rest, evidence);
    const container = next?.match.container;
    if (next === undefined || container === undefined || seen.has(container) || next.diagnosis.outcome !== 'failed')
      break;
    seen.add(container);
    // NotReady is what the containers of a crashing pod's neighbour always are.
    if (classes.has(next.diagnosis.id) || ['NotReady', 'Failed', 'HighRestartCount'].includes(next.diagnosis.id))
      continue;
    classes.add(next.diagnosis.id);
    further.push({ ...next, subject });
  }
  return further;
}

/** Diagnoses one object: the first diagnosis that matches, then those of its other containers. */
export function examine(subject: ObservedObject, evidence: Evidence): readonly Finding[] {
  const found = first(subject, evidence);
  return found === undefined ? [] : [found, ...others(found, evidence)];
}

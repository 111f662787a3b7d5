import type { Evidence } from './evidence/evidence';
import type { ObservedObject } from './evidence/observed-object';
import { ownersOf } from './evidence/owner';
import type { Diagnosed } from './examine';
import type { Outcome } from './telling/report';

/** Objects of one cause, and the symptoms that it explains. */
export interface Group {
  readonly members: readonly Diagnosed[];
  readonly symptoms: readonly Diagnosed[];
  readonly outcome: Outcome;
}

/** Takes what another cause explains out of the list and puts it beside that cause: root causes stay. */
export function absorbSymptoms(groups: readonly Group[], evidence: Evidence): readonly Group[] {
  const causeOf = new Map<ObservedObject, Diagnosed>();
  for (const { members, outcome } of groups) {
    if (outcome === 'failed') for (const member of members) noteExplained(member, evidence, causeOf);
  }
  if (causeOf.size === 0) return mergeHealthy(groups, evidence);
  const symptomsOf = new Map<Diagnosed, Diagnosed[]>();
  const kept = groups.flatMap((group) => {
    const members = group.members.filter((member) => {
      const cause = explanation(member, causeOf);
      if (cause === undefined) return true;
      symptomsOf.set(cause, [...(symptomsOf.get(cause) ?? []), member]);
      return false;
    });
    return members.length === 0 ? [] : [{ ...group, members }];
  });
  const told = kept.map((group) => ({
    ...group,
    symptoms: group.members.flatMap((member) => symptomsOf.get(member) ?? []),
  }));
  return mergeHealthy(told, evidence);
}

function noteExplained(cause: Diagnosed, evidence: Evidence, causeOf: Map<ObservedObject, Diagnosed>): void {
  const { subject, match, diagnosis } = cause;
  for (const explained of match.explains ?? []) if (!causeOf.has(explained)) causeOf.set(explained, cause);
  const isError = (match.severity ?? diagnosis.severity) === 'error';
  if (!isError || (diagnosis.role !== 'cause' && diagnosis.role !== 'link')) return;
  for (const owner of ownersOf(subject, evidence)) if (!causeOf.has(owner)) causeOf.set(owner, cause);
}

/** The root of the chain of explanations that ends in one diagnosis; undefined where nothing explains it. */
function explanation(found: Diagnosed, causeOf: ReadonlyMap<ObservedObject, Diagnosed>): Diagnosed | undefined {
  let cause = isSymptom(found) ? causeOf.get(found.subject) : undefined;
  for (let steps = 0; cause !== undefined && steps < 5; steps += 1) {
    const deeper = isSymptom(cause) ? causeOf.get(cause.subject) : undefined;
    if (deeper === undefined || deeper === cause) return cause;
    cause = deeper;
  }
  return cause;
}

function isSymptom({ diagnosis }: Diagnosed): boolean {
  return diagnosis.role === 'symptom' || diagnosis.role === 'link';
}

/** One entry per owner: what is healthy below a healthy workload is listed with it. */
function mergeHealthy(groups: readonly Group[], evidence: Evidence): readonly Group[] {
  const wellOwners = new Map<ObservedObject, Diagnosed>();
  for (const { members, outcome } of groups) {
    if (outcome === 'ok') for (const member of members) wellOwners.set(member.subject, member);
  }
  const belowOf = new Map<Diagnosed, Diagnosed[]>();
  const kept = groups.flatMap((group) => {
    if (group.outcome !== 'ok') return [group];
    const members = group.members.filter((member) => {
      const owner = ownersOf(member.subject, evidence)
        .filter((each) => wellOwners.has(each))
        .at(-1);
      const above = owner === undefined ? undefined : wellOwners.get(owner);
      if (above === undefined) return true;
      const below = belowOf.get(above);
      if (below === undefined) belowOf.set(above, [member]);
      else below.push(member);
      return false;
    });
    return members.length === 0 ? [] : [{ ...group, members }];
  });
  return kept.map((group) => ({
    ...group,
    symptoms: [...group.symptoms, ...group.members.flatMap((member) => belowOf.get(member) ?? [])],
  }));
}

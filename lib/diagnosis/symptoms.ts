import type { Evidence } from './evidence/evidence';
import type { ObservedObject } from './evidence/observed-object';
import { ownersOf } from './evidence/owner';
import type { Finding } from './examine';
import type { Outcome } from './telling/report';

/** Findings of one cause, and the findings that it explains. */
export interface Group {
  readonly findings: readonly Finding[];
  readonly symptoms: readonly Finding[];
  readonly outcome: Outcome;
}

/** Classes of workloads that say only that their pods, or their Jobs, are not as they should be. */
const SYMPTOMS = new Set([
  'DeploymentUnavailable',
  'DeploymentProgressDeadlineExceeded',
  'DeploymentNotProgressing',
  'DeploymentProgressing',
  'DeploymentReplicaFailure',
  'NotReady',
  'StatefulSetStuck',
  'StatefulSetProgressing',
  'DaemonSetUnavailable',
  'DaemonSetProgressing',
  'JobBackoffLimitExceeded',
  'JobDeadlineExceeded',
  'JobFailedIndexes',
  'JobPodFailurePolicy',
  'JobFailed',
  'JobRunning',
  'CronJobLastRunFailed',
]);

/** Takes findings that another one explains out of the list and puts them beside it: root causes stay. */
export function absorbSymptoms(groups: readonly Group[], evidence: Evidence): readonly Group[] {
  const causeOf = new Map<ObservedObject, Finding>();
  for (const { findings, outcome } of groups) {
    if (outcome === 'failed') for (const finding of findings) noteExplained(finding, evidence, causeOf);
  }
  if (causeOf.size === 0) return mergeHealthy(groups, evidence);
  const symptomsOf = new Map<Finding, Finding[]>();
  const kept = groups.flatMap((group) => {
    const findings = group.findings.filter((finding) => {
      const cause = explanation(finding, causeOf);
      if (cause === undefined) return true;
      symptomsOf.set(cause, [...(symptomsOf.get(cause) ?? []), finding]);
      return false;
    });
    return findings.length === 0 ? [] : [{ ...group, findings }];
  });
  const told = kept.map((group) => ({
    ...group,
    symptoms: group.findings.flatMap((finding) => symptomsOf.get(finding) ?? []),
  }));
  return mergeHealthy(told, evidence);
}

function noteExplained(finding: Finding, evidence: Evidence, causeOf: Map<ObservedObject, Finding>): void {
  const { subject, match, diagnosis } = finding;
  for (const explained of match.explains ?? []) if (!causeOf.has(explained)) causeOf.set(explained, finding);
  const isError = (match.severity ?? diagnosis.severity) === 'error';
  const isWorkload = subject.pod === undefined;
  // Of workloads, only one that is refused its pods is a cause; the others are symptoms themselves.
  if (!isError || (isWorkload && diagnosis.id !== 'ReplicaFailure' && !diagnosis.id.startsWith('Job'))) return;
  for (const owner of ownersOf(subject, evidence)) if (!causeOf.has(owner)) causeOf.set(owner, finding);
}

/** The root of the chain of explanations that ends in a finding; undefined where nothing explains it. */
function explanation(finding: Finding, causeOf: ReadonlyMap<ObservedObject, Finding>): Finding | undefined {
  let cause = isSymptom(finding) ? causeOf.get(finding.subject) : undefined;
  for (let steps = 0; cause !== undefined && steps < 5; steps += 1) {
    const deeper = isSymptom(cause) ? causeOf.get(cause.subject) : undefined;
    if (deeper === undefined || deeper === cause) return cause;
    cause = deeper;
  }
  return cause;
}

function isSymptom({ subject, diagnosis }: Finding): boolean {
  if (subject.ref.kind === 'PersistentVolumeClaim') return true;
  return subject.pod === undefined && SYMPTOMS.has(diagnosis.id);
}

/** One entry an owner: what is well below a workload that is well is told with it. */
function mergeHealthy(groups: readonly Group[], evidence: Evidence): readonly Group[] {
  const wellOwners = new Map<ObservedObject, Finding>();
  for (const { findings, outcome } of groups) {
    if (outcome === 'ok') for (const finding of findings) wellOwners.set(finding.subject, finding);
  }
  const belowOf = new Map<Finding, Finding[]>();
  const kept = groups.flatMap((group) => {
    if (group.outcome !== 'ok') return [group];
    const findings = group.findings.filter((finding) => {
      const owner = ownersOf(finding.subject, evidence)
        .filter((each) => wellOwners.has(each))
        .at(-1);
      const above = owner === undefined ? undefined : wellOwners.get(owner);
      if (above === undefined) return true;
      const below = belowOf.get(above);
      if (below === undefined) belowOf.set(above, [finding]);
      else below.push(finding);
      return false;
    });
    return findings.length === 0 ? [] : [{ ...group, findings }];
  });
  return kept.map((group) => ({
    ...group,
    symptoms: [...group.symptoms, ...group.findings.flatMap((finding) => belowOf.get(finding) ?? [])],
  }));
}

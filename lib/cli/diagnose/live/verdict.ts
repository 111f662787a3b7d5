import type { DiagnosisEntry, DiagnosisReport } from '../../../diagnosis';

/** What can be said of a rollout at one moment. */
export type Verdict =
  | { readonly type: 'complete' }
  | { readonly type: 'under-way'; readonly reasons: readonly DiagnosisEntry[] }
  | { readonly type: 'cannot-succeed'; readonly reasons: readonly DiagnosisEntry[] };

/** What a controller says when it has given up. */
const FINAL =
  /^DeploymentProgressDeadlineExceeded$|^Job(?:BackoffLimitExceeded|DeadlineExceeded|FailedIndexes|PodFailurePolicy|Failed)$/;

/**
 * How long a cause must last before the rollout counts as lost, in seconds. A wrong image reference never mends itself;
 * a node can come (autoscaling), and a Secret be created a moment after its pod.
 */
const PATIENCE: ReadonlyArray<readonly [RegExp, number]> = [
  [/InvalidImageName$|ErrImageNeverPull$/, 0],
  [FINAL, 0],
  [/RunContainerError$|CrashLoopBackOff$|OOMKilled$|PostStartHookError$/, 5],
  [/(?:ImagePullBackOff|ErrImagePull|CreateContainerConfigError|Init:Error|ContainerCrashed)$/, 10],
  [/ReplicaFailure$|^StatefulSetStuck$/, 10],
  [/^FailedMount$|^FailedAttachVolume$|^PVC/, 60],
  [/^Unschedulable/, 90],
];
const OTHERS = 120;
/** What a Job tries again: only the Job says when it gives up. */
const RETRIED = /(?:^Failed|Error|ContainerCrashed|CrashLoopBackOff|OOMKilled)$/;

/** Pulling, and starting, go to and fro between two states each: their time runs on. */
const FAMILIES: ReadonlyArray<readonly [RegExp, string]> = [
  [/ErrImagePull$|ImagePullBackOff$/, 'pull'],
  [/RunContainerError$|CrashLoopBackOff$|OOMKilled$|PostStartHookError$|ContainerCrashed$|Init:Error$/, 'crash'],
];

/** What is told of pods that are ready again, or of claims: no rollout waits for it. */
function isBeside({ class: name, severity, object }: DiagnosisEntry): boolean {
  const isOver = name === 'HighRestartCount' || /^(OOMKilled|LivenessProbeFailing)$/.test(name);
  return (isOver && severity === 'warning') || object.kind === 'PersistentVolumeClaim';
}

/** The least patience that the cause, or anything it explains, leaves. */
function patienceWith({ class: name, owner, symptoms, field }: DiagnosisEntry): number {
  const isRetried =
    (owner.kind === 'Job' || owner.kind === 'CronJob') && RETRIED.test(name) && !/Config|Create|Run/.test(name);
  // A registry that did not answer in time is asked again: there is no field to change.
  const isPassing = familyOf(name) === 'pull' && field === null;
  const own = isRetried ? Number.POSITIVE_INFINITY : isPassing ? OTHERS : patienceOf(name);
  const final = symptoms.filter((symptom) => FINAL.test(symptom.class));
  return Math.min(own, ...final.map((symptom) => patienceOf(symptom.class)));
}

function patienceOf(name: string): number {
  return PATIENCE.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERS;
}

function familyOf(name: string): string {
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

/** One key a cause, the same from one look at the cluster to the next. */
function keyOf({ class: name, owner, container }: DiagnosisEntry): string {
  return [familyOf(name), owner.kind, owner.namespace, owner.name, container].join('|');
}

/** Follows the reports on a rollout and tells when it is complete, and when it is lost. */
export class Rollout {
  private readonly firstSeen = new Map<string, number>();

  /** Takes the report of a moment, in seconds on any clock that only goes forward. */
  public verdict({ diagnoses }: DiagnosisReport, seconds: number): Verdict {
    const failed = diagnoses.filter(({ outcome, severity }) => outcome === 'failed' && severity === 'error');
    const keys = new Set(failed.map(keyOf));
    for (const key of this.firstSeen.keys()) if (!keys.has(key)) this.firstSeen.delete(key);
    for (const key of keys) if (!this.firstSeen.has(key)) this.firstSeen.set(key, seconds);
    const lastedLong = (entry: DiagnosisEntry) =>
      seconds - (this.firstSeen.get(keyOf(entry)) ?? seconds) >= patienceWith(entry);
    const lost = failed.filter((entry) => !isBeside(entry) && lastedLong(entry));
    if (lost.length > 0) return { type: 'cannot-succeed', reasons: lost };
    const open = diagnoses.filter((entry) => entry.outcome !== 'ok' && !isBeside(entry));
    return open.length === 0 ? { type: 'complete' } : { type: 'under-way', reasons: open };
  }
}

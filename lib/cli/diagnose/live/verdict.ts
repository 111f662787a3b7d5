import type { DiagnosisEntry, DiagnosisReport } from '../../../diagnosis';

/** What can be said of a rollout at one moment. */
export type Verdict =
  | { readonly type: 'complete' }
  | { readonly type: 'under-way'; readonly reasons: readonly DiagnosisEntry[] }
  | { readonly type: 'cannot-succeed'; readonly reasons: readonly DiagnosisEntry[] };

/**
 * How long a cause must last before the rollout counts as lost, in seconds. A wrong image reference never mends itself;
 * a node can come (autoscaling), and a Secret be created a moment after its pod.
 */
const PATIENCE: ReadonlyArray<readonly [RegExp, number]> = [
  [/InvalidImageName$|ErrImageNeverPull$/, 0],
  [
    /^DeploymentProgressDeadlineExceeded$|^Job(?:BackoffLimitExceeded|DeadlineExceeded|FailedIndexes|PodFailurePolicy|Failed)$/,
    0,
  ],
  [/RunContainerError$|CrashLoopBackOff$|OOMKilled$|PostStartHookError$/, 5],
  [/(?:ImagePullBackOff|ErrImagePull|CreateContainerConfigError|Init:Error|ContainerCrashed)$/, 10],
  [/^(?:Deployment)?ReplicaFailure$|^DeploymentReplicaFailure$|^StatefulSetStuck$/, 10],
  [/^FailedMount$|^FailedAttachVolume$|^PVC/, 60],
  [/^Unschedulable/, 90],
];
const OTHERS = 120;

function patienceWith({ class: name }: DiagnosisEntry): number {
  return PATIENCE.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERS;
}

/** One key a cause, the same from one look at the cluster to the next. */
function keyOf({ class: name, owner, container, field }: DiagnosisEntry): string {
  return [name, owner.kind, owner.namespace, owner.name, container, field].join('|');
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
    const lost = failed.filter(
      (entry) => seconds - (this.firstSeen.get(keyOf(entry)) ?? seconds) >= patienceWith(entry),
    );
    if (lost.length > 0) return { type: 'cannot-succeed', reasons: lost };
    const open = diagnoses.filter(
      ({ outcome, severity }) =>
        outcome === 'waiting' || (outcome === 'failed' && severity !== 'info') || outcome === 'failed',
    );
    return open.length === 0 ? { type: 'complete' } : { type: 'under-way', reasons: open };
  }
}

import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import { MINUTE } from '../evidence/time';
import { describe, get } from '../telling/command';
import { duration, quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';
import { examplePod } from './example';

/** After the deadline the kubelet kills and reports: that long an object may stay without being stuck. In milliseconds. */
const SLACK = { pod: 10_000, other: MINUTE } as const;

const KINDS = [
  'Pod',
  'PersistentVolumeClaim',
  'Job',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'CronJob',
  'Service',
];

function lateBy({ deletionDue, pod }: ObservedObject, evidence: Evidence): number | undefined {
  const late = evidence.since(deletionDue);
  return late === undefined ? undefined : late - (pod === undefined ? SLACK.other : SLACK.pod);
}

const SEE = [
  'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/',
];

/** Objects that are being deleted. A deletionTimestamp has the grace period in it already. */
export const DELETION_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'TerminatingStuck',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The object should be gone, and is still there',
    why: 'Past its deletion time an object stays for one of three reasons: a finalizer that no controller takes away, a node whose kubelet does not report, or a process that cannot be killed (waiting for storage).',
    fix: 'Find the controller of the finalizer, or bring back the node. Delete with force only when the node is gone for good: otherwise two pods of one name can run at once.',
    see: SEE,
    evidence: examplePod({
      metadata: "deletionTimestamp: '2026-09-01T10:00:00Z'\ndeletionGracePeriodSeconds: 30",
      status: 'ready: false\nrestartCount: 0\nstate:\n  terminated: { reason: Error, exitCode: 137 }',
    }),
    now: '2026-09-01T10:45:00Z',
    match(subject, evidence) {
      const late = lateBy(subject, evidence);
      if (late === undefined || late <= 0) return undefined;
      const { finalizers, pod } = subject;
      const stopped = pod?.containers.filter(({ state }) => state.type === 'terminated').length ?? 0;
      const running = pod?.containers.find(({ state }) => state.type === 'running');
      const where = pod?.nodeName === undefined ? '' : `; node ${quoted(pod.nodeName)} has not reported its end`;
      const why =
        finalizers.length > 0
          ? `${finalizers.length === 1 ? 'finalizer' : 'finalizers'} ${finalizers.map(quoted).join(', ')} ${finalizers.length === 1 ? 'is' : 'are'} still on it`
          : running !== undefined
            ? `container ${quoted(running.name)} is told to be running still${where}`
            : `${stopped > 0 ? 'its containers have ended' : 'no container runs'}, and nobody has removed it${where}`;
      const since = evidence.since(subject.deletionDue) ?? 0;
      const killed =
        pod?.containers.some(({ state }) => state.type === 'terminated' && state.exitCode === 137) === true;
      return {
        cause: `${subject.ref.kind ?? 'the object'} should have been gone ${duration(since)} ago: ${why}`,
        proof: [
          `deletionTimestamp ${String((subject.manifest.metadata as { deletionTimestamp?: string })?.deletionTimestamp)}`,
          ...(killed ? ['exit code 137 is the kill at the end of the grace period, not a lack of memory'] : []),
        ],
        command:
          finalizers.length > 0 || pod?.nodeName === undefined
            ? get(subject.ref.namespace, (subject.ref.kind ?? 'pod').toLowerCase(), subject.ref.name, '-o', 'yaml')
            : describe({ apiVersion: 'v1', kind: 'Node', namespace: null, name: pod.nodeName }),
        more: [describe(subject.ref)],
        ...(finalizers.length > 0 ? { field: 'metadata.finalizers' } : {}),
        ...(killed ? { preventedBy: 'signal-reaches-the-process' } : {}),
        sameAs: `${finalizers.join()} ${pod?.nodeName}`,
      };
    },
  }),
  defineDiagnosis({
    id: 'Terminating',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The object is being deleted',
    why: 'A pod that is being deleted gets SIGTERM and has its grace period to end; its deletion time already includes that.',
    fix: 'Wait until its grace period is over.',
    see: SEE,
    evidence: examplePod({
      metadata: "deletionTimestamp: '2026-09-01T10:00:30Z'\ndeletionGracePeriodSeconds: 30",
      status: 'ready: true\nrestartCount: 0\nstate:\n  running: {}',
    }),
    now: '2026-09-01T10:00:10Z',
    match(subject, evidence) {
      if (subject.deletionDue === undefined) return undefined;
      const left = -(evidence.since(subject.deletionDue) ?? 0);
      return {
        cause: `${subject.ref.kind ?? 'the object'} is being deleted${left > 0 ? `, and has ${duration(left)} left to end` : ''}`,
        proof: [
          `deletionTimestamp ${String((subject.manifest.metadata as { deletionTimestamp?: string })?.deletionTimestamp)}`,
        ],
        command: describe(subject.ref),
        sameAs: 'terminating',
      };
    },
  }),
];

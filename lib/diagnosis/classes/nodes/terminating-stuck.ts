import type { Evidence } from '../../evidence/evidence';
import type { ObservedObject } from '../../evidence/observed-object';
import { MINUTE } from '../../evidence/time';
import { DELETION_PAGES, deletionProof, WORKLOADS_AND_SERVICE } from '../../reading/deletion';
import { describe, describeNamed, get } from '../../telling/command';
import type { Match } from '../../telling/match';
import { inQuotes, shownDuration } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** After the deadline the kubelet kills and reports: that long an object may stay without being stuck. In milliseconds. */
const SLACK = { pod: 10_000, other: MINUTE } as const;

function lateBy({ deletionDue, pod }: ObservedObject, evidence: Evidence): number | undefined {
  const late = evidence.since(deletionDue);
  return late === undefined ? undefined : late - (pod === undefined ? SLACK.other : SLACK.pod);
}

/** What holds an object back: a finalizer, a container that runs on, or a node that does not report. */
function holdUp({ finalizers, pod }: ObservedObject): string {
  if (finalizers.length > 0) {
    const [noun, verb] = finalizers.length === 1 ? ['finalizer', 'is'] : ['finalizers', 'are'];
    return `${noun} ${finalizers.map(inQuotes).join(', ')} ${verb} still on it`;
  }
  const where = pod?.nodeName === undefined ? '' : `; node ${inQuotes(pod.nodeName)} has not reported its end`;
  const running = pod?.containers.find(({ state }) => state.type === 'running');
  if (running !== undefined) return `container ${inQuotes(running.name)} is still reported as running${where}`;
  const hasStopped = pod?.containers.some(({ state }) => state.type === 'terminated') === true;
  return `${hasStopped ? 'its containers have ended' : 'no container runs'}, and nobody has removed it${where}`;
}

const IS_STUCK = {
  id: 'TerminatingStuck',
  topic: 'nodes',
  outcome: 'failed',
  title: 'The object should be gone by now',
  why: 'Past its deletion time an object stays for one of three reasons: a finalizer that no controller removes, a node whose kubelet does not report, or a process that cannot be killed (stuck on storage).',
  fix: 'Find the controller of the finalizer, or bring back the node. Force the deletion only if the node is gone for good: otherwise two pods of the same name can run at once.',
  see: DELETION_PAGES,
  now: '2026-09-01T10:45:00Z',
  match(subject: ObservedObject, evidence: Evidence): Match | undefined {
    const late = lateBy(subject, evidence);
    if (late === undefined || late <= 0) return undefined;
    const { finalizers, pod, ref } = subject;
    const since = evidence.since(subject.deletionDue) ?? 0;
    const killed = pod?.containers.some(({ state }) => state.type === 'terminated' && state.exitCode === 137) === true;
    return {
      cause: `${ref.kind ?? 'the object'} should have been gone ${shownDuration(since)} ago: ${holdUp(subject)}`,
      proof: [
        deletionProof(subject),
        ...(killed ? ['exit code 137 is the kill at the end of the grace period, not a lack of memory'] : []),
      ],
      command:
        finalizers.length > 0 || pod?.nodeName === undefined
          ? get(ref.namespace, (ref.kind ?? 'pod').toLowerCase(), ref.name, '-o', 'yaml')
          : describeNamed('Node', null, pod.nodeName),
      more: [describe(ref)],
      ...(finalizers.length > 0 ? { field: 'metadata.finalizers' } : {}),
      ...(killed ? { preventedBy: 'signal-reaches-the-process' } : {}),
      sameAs: `${finalizers.join()} ${pod?.nodeName}`,
    };
  },
} as const;

/** A stuck pod explains its workload; a stuck claim is listed with its pod, and no rollout waits for it. */
export const TERMINATING_STUCK = [
  defineDiagnosis({
    ...IS_STUCK,
    kinds: ['Pod'],
    role: 'cause',
    patience: { seconds: 120 },
    evidence: yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart-6f7c9-abcde
        namespace: shop
        deletionTimestamp: '2026-09-01T10:00:00Z'
        deletionGracePeriodSeconds: 30
      spec:
        nodeName: node-1
        containers:
          - name: web
            image: registry.example.com/shop/cart:1.4.2
      status:
        phase: Running
        containerStatuses:
          - name: web
            ready: false
            restartCount: 0
            state:
              terminated: { reason: Error, exitCode: 137 }
    `,
  }),
  defineDiagnosis({
    ...IS_STUCK,
    kinds: ['PersistentVolumeClaim'],
    role: 'symptom',
    patience: { seconds: Number.POSITIVE_INFINITY, beside: 'always' },
    evidence: yaml`
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
        namespace: shop
        deletionTimestamp: '2026-09-01T10:00:00Z'
        finalizers: [kubernetes.io/pvc-protection]
      status: { phase: Bound }
    `,
  }),
  defineDiagnosis({
    ...IS_STUCK,
    kinds: WORKLOADS_AND_SERVICE,
    role: 'alone',
    patience: { seconds: 120 },
    evidence: yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: cart
        namespace: shop
        deletionTimestamp: '2026-09-01T10:00:00Z'
        finalizers: [foregroundDeletion]
    `,
  }),
];

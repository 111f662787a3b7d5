import type { Evidence } from '../../evidence/evidence';
import type { ObservedObject } from '../../evidence/observed-object';
import { DELETION_PAGES, deletionProof, WORKLOADS_AND_SERVICE } from '../../reading/deletion';
import { describe } from '../../telling/command';
import type { Match } from '../../telling/match';
import { shownDuration } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

const IS_TERMINATING = {
  id: 'Terminating',
  topic: 'nodes',
  outcome: 'waiting',
  title: 'The object is being deleted',
  why: 'A pod that is being deleted gets SIGTERM and has its grace period to end; its deletion time already includes that.',
  fix: 'Wait until its grace period is over.',
  see: DELETION_PAGES,
  now: '2026-09-01T10:00:10Z',
  match(subject: ObservedObject, evidence: Evidence): Match | undefined {
    if (subject.deletionDue === undefined) return undefined;
    const left = -(evidence.since(subject.deletionDue) ?? 0);
    return {
      cause: `${subject.ref.kind ?? 'the object'} is being deleted${left > 0 ? `, and has ${shownDuration(left)} left to end` : ''}`,
      proof: [deletionProof(subject)],
      command: describe(subject.ref),
      sameAs: 'terminating',
    };
  },
} as const;

/** Objects that are being deleted; no rollout waits for a claim, and one that a pod needs is listed with that pod. */
export const TERMINATING = [
  defineDiagnosis({
    ...IS_TERMINATING,
    kinds: ['Pod', ...WORKLOADS_AND_SERVICE],
    role: 'alone',
    evidence: yaml`
      apiVersion: v1
      kind: Pod
      metadata:
        name: cart-6f7c9-abcde
        namespace: shop
        deletionTimestamp: '2026-09-01T10:00:30Z'
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
            ready: true
            restartCount: 0
            state:
              running: {}
    `,
  }),
  defineDiagnosis({
    ...IS_TERMINATING,
    kinds: ['PersistentVolumeClaim'],
    role: 'symptom',
    patience: { seconds: Number.POSITIVE_INFINITY, beside: 'always' },
    evidence: yaml`
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: { name: data, namespace: shop, deletionTimestamp: '2026-09-01T10:00:30Z' }
      status: { phase: Bound }
    `,
  }),
];

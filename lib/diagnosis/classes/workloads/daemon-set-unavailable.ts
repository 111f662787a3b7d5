import { MINUTE } from '../../evidence/time';
import { DAEMON_SET_PAGES, daemonNumbers, daemonProof, isOnAllNodes } from '../../reading/daemon-set-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DAEMON_SET_UNAVAILABLE = defineDiagnosis({
  id: 'DaemonSetUnavailable',
  topic: 'workloads',
  kinds: ['DaemonSet'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 120 },
  title: 'The DaemonSet has no ready pod on some nodes',
  why: 'All pods are from the newest template, yet some are not ready, so their nodes go without them.',
  fix: 'Look at the pods that are not ready, and at their nodes.',
  see: DAEMON_SET_PAGES,
  evidence: yaml`
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: { name: agent, namespace: shop, generation: 1 }
    spec: { updateStrategy: { type: RollingUpdate } }
    status: { observedGeneration: 1, desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 3, numberReady: 2, numberAvailable: 2, numberUnavailable: 1 }
  `,
  match(subject, evidence) {
    const { isKnown, desired, updated, ready, available } = daemonNumbers(subject);
    const age = evidence.since(subject.created);
    const isNew = age !== undefined && age < 10 * MINUTE;
    if (subject.isStale || !isKnown || isNew || isOnAllNodes(subject)) return undefined;
    if (updated < desired && ready > 0) return undefined;
    return {
      ...daemonProof(subject),
      cause: `DaemonSet ${inQuotes(subject.ref.name)} has a ready pod on ${Math.min(ready, available)} of ${desired} nodes`,
      ...(ready > 0 ? { severity: 'warning' as const } : {}),
      sameAs: 'unavailable',
    };
  },
});

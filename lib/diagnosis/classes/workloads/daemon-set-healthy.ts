import { DAEMON_SET_PAGES, daemonNumbers, daemonProof } from '../../reading/daemon-set-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DAEMON_SET_HEALTHY = defineDiagnosis({
  id: 'DaemonSetHealthy',
  topic: 'workloads',
  kinds: ['DaemonSet'],
  outcome: 'ok',
  role: 'alone',
  title: 'The DaemonSet has a ready pod on each of its nodes',
  why: 'All pods are ready and from the newest template.',
  fix: 'Nothing.',
  see: DAEMON_SET_PAGES,
  evidence: yaml`
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: { name: agent, namespace: shop, generation: 1 }
    spec: { updateStrategy: { type: RollingUpdate } }
    status: { observedGeneration: 1, desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 3, numberReady: 3, numberAvailable: 3 }
  `,
  match: (subject) => ({
    ...daemonProof(subject),
    cause: `DaemonSet ${inQuotes(subject.ref.name)} has a ready pod on ${daemonNumbers(subject).ready} of ${daemonNumbers(subject).desired} nodes`,
    sameAs: 'healthy',
  }),
});

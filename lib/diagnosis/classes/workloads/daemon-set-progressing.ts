import { DAEMON_SET_PAGES, daemonNumbers, daemonProof, isOnAllNodes } from '../../reading/daemon-set-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const DAEMON_SET_PROGRESSING = defineDiagnosis({
  id: 'DaemonSetProgressing',
  topic: 'workloads',
  kinds: ['DaemonSet'],
  outcome: 'waiting',
  role: 'symptom',
  title: 'The DaemonSet is being rolled out',
  why: 'Its pods are replaced node by node.',
  fix: 'Wait; if it takes long, look at the pod that is not ready: an update stops once maxUnavailable pods are not.',
  see: DAEMON_SET_PAGES,
  evidence: yaml`
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: { name: agent, namespace: shop, generation: 1 }
    spec: { updateStrategy: { type: RollingUpdate } }
    status: { observedGeneration: 1, desiredNumberScheduled: 3, currentNumberScheduled: 3, updatedNumberScheduled: 1, numberReady: 2, numberAvailable: 2, numberUnavailable: 1 }
  `,
  match(subject) {
    if (isOnAllNodes(subject)) return undefined;
    const { desired, updated } = daemonNumbers(subject);
    return {
      ...daemonProof(subject),
      cause: `DaemonSet ${inQuotes(subject.ref.name)} is rolling out: ${subject.isStale ? 'its controller has not seen the latest spec yet' : `${updated} of ${desired} nodes have an updated pod`}`,
      sameAs: 'progressing',
    };
  },
});

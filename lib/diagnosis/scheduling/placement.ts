import { isObject, objectOf } from '../../kubernetes/json';
import type { PodView } from '../evidence/pod-view';
import { events, get } from '../telling/command';
import { quoted } from '../telling/printable';
import { DESCRIBE_NODES, NODES, type SchedulingFamily } from './family';

const hasRequiredNodeAffinity = (pod: PodView) =>
  isObject(objectOf(objectOf(pod.spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution);

/** Where the pod may run, and no node is. */
export const PLACEMENT_FAMILIES: readonly SchedulingFamily[] = [
  {
    id: 'UnschedulablePodAffinity',
    title: 'Rules about other pods leave no node',
    why: 'Required pod affinity and anti-affinity exclude nodes; and the anti-affinity of pods that run already counts for new ones too.',
    fix: 'Prefer instead of require (preferredDuringScheduling...), or add nodes: with required anti-affinity, a rollout needs one more node than replicas.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
    message: "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules.",
    read(pod, reason) {
      const isAnti = /anti-affinity/i.test(reason.text) && !/affinity\/anti-affinity/i.test(reason.text);
      const affinity = objectOf(pod.spec.affinity);
      const anti = isAnti || (affinity.podAntiAffinity !== undefined && affinity.podAffinity === undefined);
      return {
        says: /existing pods/i.test(reason.text)
          ? 'pods that run there refuse it (their anti-affinity)'
          : anti
            ? 'pods that it must not run beside are there already'
            : 'no pod that it must run beside is there',
        field: anti ? 'spec.affinity.podAntiAffinity' : 'spec.affinity.podAffinity',
        command: get(pod.ref.namespace, 'pods', null, '-o', 'wide'),
      };
    },
  },
  {
    id: 'UnschedulableTopologySpread',
    title: 'Topology spread constraints leave no node',
    why: 'With whenUnsatisfiable DoNotSchedule, a pod waits until a node in the right place has room.',
    fix: 'Write ScheduleAnyway, raise maxSkew, or add nodes where pods are few; nodes need the topology label.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    message: "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints.",
    read: (pod, reason) => ({
      says: /missing required label/i.test(reason.text)
        ? 'the nodes lack the topology label'
        : 'the constraint would be broken wherever there is room',
      field: 'spec.topologySpreadConstraints',
      command: get(pod.ref.namespace, 'pods', null, '-o', 'wide'),
      more: [['kubectl', 'get', 'nodes', '--show-labels']],
    }),
  },
  {
    id: 'UnschedulableNodeAffinity',
    title: 'No node has the labels that the pod asks for',
    why: 'A nodeSelector and required node affinity are matched against node labels, letter by letter.',
    fix: 'Compare the selector with the labels of the nodes; label nodes or correct the selector.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
    message: "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.",
    spec: 'nodeSelector: { disktype: ssd }',
    read(pod) {
      const selector = Object.entries(objectOf(pod.spec.nodeSelector)).map(([key, value]) => `${key}=${String(value)}`);
      const field =
        selector.length > 0 && !hasRequiredNodeAffinity(pod) ? 'spec.nodeSelector' : 'spec.affinity.nodeAffinity';
      return {
        says: `the nodes do not match its ${selector.length > 0 ? `nodeSelector (${selector.join(', ')})${hasRequiredNodeAffinity(pod) ? ' and node affinity' : ''}` : 'node affinity'}`,
        field,
        command: ['kubectl', 'get', 'nodes', '--show-labels'],
      };
    },
  },
  {
    id: 'UnschedulableTooManyPods',
    title: 'The nodes hold as many pods as they may',
    why: 'Each node takes a fixed number of pods (110 by default, fewer where addresses are few), however small they are.',
    fix: 'Add nodes, or raise maxPods of the kubelet where the network has addresses.',
    see: 'https://kubernetes.io/docs/setup/best-practices/cluster-large/',
    message: '0/3 nodes are available: 3 Too many pods.',
    read: () => ({ says: 'they hold as many pods as they may', command: DESCRIBE_NODES }),
  },
  {
    id: 'UnschedulableNodesCordoned',
    title: 'The nodes are cordoned',
    why: 'A node that is being drained or that somebody cordoned takes no new pods.',
    fix: 'Uncordon the nodes when their maintenance is over, or add others.',
    see: 'https://kubernetes.io/docs/concepts/nodes/node/#manual-node-administration',
    message: '0/3 nodes are available: 3 node(s) were unschedulable.',
    read: () => ({ says: 'they are cordoned', command: NODES }),
  },
  {
    id: 'UnschedulableTaint',
    title: 'The nodes have taints that the pod does not tolerate',
    why: 'A taint keeps pods off unless they tolerate it: control plane nodes, nodes for special work, and nodes that are not ready have one.',
    fix: 'Add a toleration where the pod belongs onto such nodes; a not-ready or disk-pressure taint is a trouble of the node instead.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
    message: '0/3 nodes are available: 3 node(s) had untolerated taint {dedicated: gpu}.',
    read(_pod, reason) {
      const taints = [...reason.text.matchAll(/\{([^}]*)\}/g)].map((found) =>
        (found[1] ?? '').replace(/: $/, '').trim(),
      );
      const ill = taints.filter(
        (taint) => taint.startsWith('node.kubernetes.io/') || taint.startsWith('node.cloudprovider'),
      );
      const shown =
        taints.length === 0
          ? 'a taint that it does not tolerate (the message does not name it)'
          : `the taint ${taints.map(quoted).join(', ')}, which it does not tolerate`;
      return {
        says: `they have ${shown}${ill.length > 0 ? ': the node is not well' : ''}`,
        field: 'spec.tolerations',
        command: ['kubectl', 'get', 'nodes', '-o', 'custom-columns=NAME:.metadata.name,TAINTS:.spec.taints'],
        ...(ill.length > 0 ? { more: [DESCRIBE_NODES] } : {}),
      };
    },
  },
  {
    id: 'Unschedulable',
    title: 'No node takes the pod',
    why: 'The scheduler found no node, and its message names no reason that is known here, or none at all.',
    fix: 'Read the events of the pod and the state of the nodes.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/',
    message: '',
    read(pod, reason) {
      const isPort = /free ports/i.test(reason.text);
      return {
        says: isPort ? 'its host port is taken' : reason.text === '' ? 'the evidence does not tell why' : reason.text,
        command: events(pod.ref),
        more: [NODES],
        ...(isPort ? { field: 'spec.containers[*].ports[*].hostPort' } : {}),
      };
    },
  },
];

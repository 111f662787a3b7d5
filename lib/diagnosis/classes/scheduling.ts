import { isObject, objectOf, objectsOf, stringOf } from '../../kubernetes/json';
import { showEvent } from '../cluster-event';
import { type Command, describe, events, get } from '../command';
import { type Diagnosis, definePodDiagnosis, type Match } from '../diagnosis';
import type { Evidence } from '../evidence';
import { examplePod } from '../example';
import { claimVolume, largestRequester, requestsOf, resourceField, volumeField } from '../fields';
import { parseScheduling, type SchedulingClass, type SchedulingReason } from '../messages/scheduling';
import type { PodView, State } from '../pod-view';
import { count, quoted } from '../printable';
import { conditionIn } from '../subject';

const NODES: Command = ['kubectl', 'get', 'nodes', '-o', 'wide'];
const DESCRIBE_NODES: Command = ['kubectl', 'describe', 'nodes'];

/** No node has touched the container yet, as far as its state tells. */
const isUntouched = (state: State) =>
  state.type === 'waiting' && ['', 'ContainerCreating', 'PodInitializing'].includes(state.reason);

const SCHEDULER = /nodes? (is|are) available|predicates|persistentvolumeclaim|filter plugin/i;

/** What the scheduler said last about a pod that is on no node; undefined for a pod that is on one. */
function schedulerMessage(
  pod: PodView,
  evidence: Evidence,
): { readonly text: string; readonly proof: string } | undefined {
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded' || pod.phase === 'Running') return undefined;
  // What a container does beats what the scheduler is said to have said.
  if (pod.containers.some(({ state }) => state.type !== 'unknown' && !isUntouched(state))) return undefined;
  const condition = conditionIn(pod.conditions, 'PodScheduled', 'False');
  if (condition?.reason === 'SchedulingGated' || (condition === undefined && pod.nodeName !== undefined))
    return undefined;
  const reason = ['FailedScheduling', 'SchedulerError'];
  // Node autoscalers write events of that reason too; the scheduler's own say more.
  const event = evidence.event(pod, { reason, message: SCHEDULER }) ?? evidence.event(pod, { reason });
  if (condition === undefined && event === undefined) return undefined;
  const text = condition?.message || event?.message || '';
  return {
    text,
    proof: condition?.message
      ? `PodScheduled=False ${condition.reason}: ${condition.message}`
      : event === undefined
        ? `PodScheduled=False ${condition?.reason ?? ''}`
        : showEvent(event),
  };
}

interface SchedulingFamily {
  readonly id: SchedulingClass;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly see: string;
  /** A message that leads to it, and what the pod needs for it. */
  readonly message: string;
  readonly spec?: string;
  readonly container?: string;
  read(pod: PodView, reason: SchedulingReason, evidence: Evidence): Omit<Match, 'cause'> & { readonly says: string };
}

function resource(
  pod: PodView,
  name: string,
): { says: string; field: string; command: Command; more: readonly Command[] } {
  const largest = largestRequester(pod, name);
  const asked = requestsOf(pod, name);
  return {
    says: `too little ${name === 'cpu' ? 'CPU' : name} is left for its request${asked === '' ? '' : ` (${asked})`}`,
    field: resourceField(largest ?? pod.containers.find(({ role }) => role === 'app'), 'requests', name),
    command: DESCRIBE_NODES,
    more: [['kubectl', 'top', 'nodes']],
  };
}

const hasRequiredNodeAffinity = (pod: PodView) =>
  isObject(objectOf(objectOf(pod.spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution);

function claimsOf(pod: PodView, reason: SchedulingReason, evidence: Evidence): Omit<Match, 'cause'> & { says: string } {
  const named = /persistentvolumeclaim "([^"]+)"/i.exec(reason.text)?.[1];
  const volume = claimVolume(pod, named);
  const claim = named ?? stringOf(objectOf(volume?.persistentVolumeClaim).claimName);
  const subject = evidence.find('PersistentVolumeClaim', pod.ref.namespace, claim);
  const event =
    subject === undefined
      ? undefined
      : evidence.event(subject, { reason: ['ProvisioningFailed', 'FailedBinding', 'FailedProvisioning'] });
  const isMissing = /not found/i.test(reason.text);
  const field = volumeField(volume);
  const state =
    subject === undefined
      ? []
      : [
          `claim ${quoted(claim)} is ${stringOf(subject.status.phase) ?? 'without a phase'}, storage class ${quoted(stringOf(subject.spec.storageClassName) ?? 'of the cluster')}`,
        ];
  return {
    says: isMissing
      ? `its claim ${quoted(claim)} does not exist`
      : /being deleted/i.test(reason.text)
        ? `its claim ${quoted(claim)} is being deleted`
        : `its claim ${quoted(claim)} is not bound to a volume`,
    proof: [...state, ...(event === undefined ? [] : [showEvent(event)])],
    command: isMissing
      ? get(pod.ref.namespace, 'persistentvolumeclaims', null)
      : describe({
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace: pod.ref.namespace,
          name: claim ?? null,
        }),
    more: [['kubectl', 'get', 'storageclasses']],
    ...(field === undefined ? {} : { field }),
    ...(isMissing ? { preventedBy: 'reference-exists' } : {}),
    ...(subject === undefined ? {} : { explains: [subject] }),
  };
}

const FAMILIES: readonly SchedulingFamily[] = [
  {
    id: 'UnschedulableCPU',
    title: 'No node has enough CPU left for the pod',
    why: 'The scheduler adds up requests, not use: a node can be idle and full. Limits do not count.',
    fix: 'Lower the CPU request to what the pod needs, remove other pods, or add nodes.',
    see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
    message: '0/6 nodes are available: 4 Insufficient cpu, 2 node(s) had untolerated taint {dedicated: gpu}.',
    container: "resources: { requests: { cpu: '3' } }",
    read: (pod) => resource(pod, 'cpu'),
  },
  {
    id: 'UnschedulableMemory',
    title: 'No node has enough memory left for the pod',
    why: 'The scheduler adds up requests, not use: a node can have memory free and be full.',
    fix: 'Lower the memory request to what the pod needs, remove other pods, or add nodes.',
    see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled',
    message: '0/3 nodes are available: 3 Insufficient memory.',
    container: 'resources: { requests: { memory: 64Gi } }',
    read: (pod) => resource(pod, 'memory'),
  },
  {
    id: 'UnschedulableExtendedResource',
    title: 'No node has enough of a device or another extended resource',
    why: 'GPUs, huge pages, ephemeral storage and resource claims are given out in whole pieces, by the nodes that offer them.',
    fix: 'Check that nodes offer the resource (its device plugin runs) and that some is left; or ask for less.',
    see: 'https://kubernetes.io/docs/tasks/configure-pod-container/extended-resource/',
    message: '0/1 nodes are available: 1 Insufficient nvidia.com/gpu.',
    container: 'resources: { limits: { nvidia.com/gpu: 5 } }',
    read(pod, reason) {
      const name = /insufficient (\S+?)[.,;]?$/i.exec(reason.text)?.[1];
      if (name === undefined)
        return {
          says: 'its resource claim cannot be satisfied',
          field: 'spec.resourceClaims',
          command: get(pod.ref.namespace, 'resourceclaims', null),
          more: [DESCRIBE_NODES],
        };
      const isStorage = name === 'ephemeral-storage';
      return {
        says: `too little ${name} is left, or no node offers it at all`,
        field: resourceField(undefined, isStorage ? 'requests' : 'limits', name),
        command: DESCRIBE_NODES,
      };
    },
  },
  {
    id: 'UnschedulablePVC',
    title: 'The pod waits for a claim that has no volume',
    why: 'A pod is placed only when all its claims exist and are bound, or can be provisioned on the node.',
    fix: 'Create the claim, or correct its storage class, size or access mode; the events of the claim name the cause.',
    see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
    message: '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    spec: 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }',
    read: claimsOf,
  },
  {
    id: 'UnschedulableVolumeAffinity',
    title: "The pod's volume can be used on other nodes only",
    why: 'A volume in one zone, or on one node, ties its pod to that place; and each node can attach a limited number of volumes.',
    fix: 'Add capacity in the zone of the volume; for new claims, WaitForFirstConsumer creates the volume where the pod fits.',
    see: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode',
    message: '0/3 nodes are available: 3 node(s) had volume node affinity conflict.',
    spec: 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }',
    read(pod, reason, evidence) {
      const isCount = /max|limit|too many/i.test(reason.text);
      return {
        ...claimsOf(pod, reason, evidence),
        proof: [],
        says: isCount
          ? 'the nodes cannot attach one more volume'
          : 'its volume lies in another zone, or on another node',
      };
    },
  },
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

const NO_REASON: SchedulingReason = { nodes: undefined, text: '', class: 'Unschedulable' };

function ofFamily(family: SchedulingFamily): Diagnosis {
  return definePodDiagnosis({
    id: family.id,
    outcome: 'failed',
    severity: 'error',
    title: family.title,
    why: family.why,
    fix: family.fix,
    see: [family.see],
    evidence: examplePod({
      phase: 'Pending',
      unscheduled: true,
      ...(family.spec === undefined ? {} : { spec: family.spec }),
      ...(family.container === undefined ? {} : { container: family.container }),
      podStatus: `conditions:\n  - type: PodScheduled\n    status: 'False'\n    reason: Unschedulable${family.message === '' ? '' : `\n    message: ${JSON.stringify(family.message)}`}`,
    }),
    match(pod, evidence) {
      const message = schedulerMessage(pod, evidence);
      if (message === undefined) return undefined;
      const { nodes, reasons } = parseScheduling(message.text);
      const first = reasons[0] ?? NO_REASON;
      if (first.class !== family.id) return undefined;
      const { says, proof = [], ...rest } = family.read(pod, first, evidence);
      const where =
        first.nodes === undefined
          ? 'no node takes the pod'
          : `${first.nodes} of ${count(nodes ?? first.nodes, 'node')} ${first.nodes === 1 ? 'refuses' : 'refuse'} the pod`;
      const others = reasons.slice(1).map((reason) => `${reason.nodes ?? 'all'}: ${reason.text}`);
      const scaleUp = evidence.event(pod, { reason: 'NotTriggerScaleUp' });
      return {
        cause: `${where}: ${says}${others.length === 0 ? '' : ` (and ${others.join('; ')})`}`,
        proof: [message.proof, ...proof, ...(scaleUp === undefined ? [] : [showEvent(scaleUp)])],
        sameAs: `${first.class} ${first.text}`,
        ...rest,
        more: [...(rest.more ?? []), describe(pod.ref)],
      };
    },
  });
}

/** Pods on no node, by the reason that holds for most nodes. */
export const SCHEDULING_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'SchedulingGated',
    outcome: 'waiting',
    severity: 'info',
    title: 'The pod waits until its scheduling gates are taken away',
    why: 'A pod with scheduling gates is not looked at by the scheduler; a controller (a queue, a quota) takes the gates away.',
    fix: 'Look at the controller that owns the gate.',
    see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/'],
    evidence: examplePod({
      phase: 'Pending',
      unscheduled: true,
      spec: 'schedulingGates:\n  - name: kueue.x-k8s.io/admission',
      podStatus: "conditions:\n  - type: PodScheduled\n    status: 'False'\n    reason: SchedulingGated",
    }),
    match(pod) {
      const condition = conditionIn(pod.conditions, 'PodScheduled', 'False');
      const gates = objectsOf(pod.spec.schedulingGates).map(({ item }) => stringOf(item.name) ?? '');
      const isGated =
        condition?.reason === 'SchedulingGated' ||
        pod.reason === 'SchedulingGated' ||
        (gates.length > 0 && pod.nodeName === undefined && pod.phase === 'Pending');
      if (!isGated) return undefined;
      return {
        cause: `the pod waits for its scheduling ${gates.length === 1 ? 'gate' : 'gates'} ${gates.map(quoted).join(', ')} to be taken away`,
        proof: [`PodScheduled=False SchedulingGated`],
        command: describe(pod.ref),
        field: 'spec.schedulingGates',
        sameAs: gates.join(),
      };
    },
  }),
  ...FAMILIES.map(ofFamily),
];

import { parseQuantity } from '../../kubernetes/quantity';
import { showEvent } from '../cluster-event';
import { describe, events, get, logs } from '../command';
import { type Diagnosis, definePodDiagnosis, type Match, type PodDiagnosis } from '../diagnosis';
import type { Evidence } from '../evidence';
import { examplePod } from '../example';
import { resourceField } from '../fields';
import type { PodView } from '../pod-view';
import { quoted } from '../printable';
import { conditionIn, showCondition } from '../subject';

const nodeOf = (pod: PodView) => ({ apiVersion: 'v1', kind: 'Node', namespace: null, name: pod.nodeName ?? null });
const proofOf = (pod: PodView) => [`status.reason ${pod.reason}${pod.message === '' ? '' : `: ${pod.message}`}`];
const isOver = (pod: PodView) =>
  pod.phase === 'Failed' || pod.phase === 'Unknown' || pod.phase === '' || pod.deletionDue !== undefined;

/** The pod's DisruptionTarget condition, with its reason. */
function disruption(pod: PodView, ...reasons: readonly string[]) {
  const condition = conditionIn(pod.conditions, 'DisruptionTarget', 'True');
  return condition !== undefined && reasons.includes(condition.reason) && isOver(pod) ? condition : undefined;
}

/** The container that the eviction message blames: the one furthest above its request. */
function blamed(
  message: string,
): { readonly name: string; readonly usage: string; readonly request: string } | undefined {
  const all = [
    ...message.matchAll(/Container (\S+) was using (\S+?), (?:which exceeds its request of|request is) (\w+)/g),
  ].map((found) => ({
    name: found[1] ?? '',
    usage: found[2] ?? '',
    request: (found[3] ?? '0').replace(/[.,]$/, ''),
  }));
  const excess = ({ usage, request }: { usage: string; request: string }) =>
    (parseQuantity(usage) ?? 0n) - (parseQuantity(request) ?? 0n);
  return all.sort((a, b) => (excess(b) > excess(a) ? 1 : -1))[0];
}

function matchEviction(pod: PodView): Match {
  const { message } = pod;
  const container = blamed(message);
  const view = pod.containers.find(({ name }) => name === container?.name);
  const limitOf = /Container (\S+) exceeded its local ephemeral storage limit/.exec(message)?.[1];
  const volume = /EmptyDir volume "([^"]+)" exceeds the limit/.exec(message)?.[1];
  const scarce = /low on resource: ([\w-]+)/.exec(message)?.[1] ?? /condition: \[(\w+)/.exec(message)?.[1];
  const base = {
    proof: proofOf(pod),
    command: describe(pod.ref),
    more: [describe(nodeOf(pod))],
    preventedBy: 'requests-are-set',
    sameAs: `${scarce} ${volume} ${limitOf}`,
  };
  if (volume !== undefined) {
    return {
      ...base,
      cause: `the pod was evicted: its emptyDir volume ${quoted(volume)} grew beyond its sizeLimit`,
      field: `spec.volumes[name=${volume}].emptyDir.sizeLimit`,
      preventedBy: 'tmpfs-fits-memory',
    };
  }
  if (limitOf !== undefined || /ephemeral (local )?storage usage exceeds/i.test(message)) {
    const name = limitOf ?? pod.containers.find(({ role }) => role === 'app')?.name;
    const field =
      limitOf === undefined
        ? 'spec.containers[*].resources.limits.ephemeral-storage'
        : `spec.containers[name=${limitOf}].resources.limits.ephemeral-storage`;
    return {
      ...base,
      ...(limitOf === undefined ? {} : { container: limitOf }),
      cause: `the pod was evicted: ${limitOf === undefined ? 'it' : `container ${quoted(name)}`} wrote more to its own disk than its ephemeral-storage limit`,
      field,
    };
  }
  const resource =
    scarce === 'memory' || scarce === 'MemoryPressure'
      ? 'memory'
      : /ephemeral|nodefs|imagefs|inode|Disk/i.test(scarce ?? '')
        ? 'ephemeral-storage'
        : undefined;
  const use =
    container === undefined
      ? ''
      : `; container ${quoted(container.name)} used ${container.usage} of a request of ${container.request}`;
  const field =
    resource === undefined
      ? undefined
      : container === undefined
        ? resourceField(undefined, 'requests', resource)
        : `${view?.field ?? `spec.containers[name=${container.name}]`}.resources.requests.${resource}`;
  return {
    ...base,
    ...(container === undefined ? {} : { container: container.name }),
    cause: `the pod was evicted${scarce === undefined ? (message === '' ? '' : `: ${message.trim()}`) : /Pressure$/.test(scarce) ? `, because its node had ${scarce}` : `, because its node ran low on ${scarce}`}${use}`,
    ...(field === undefined ? {} : { field }),
  };
}

const REJECTIONS = new Set([
  'UnexpectedAdmissionError',
  'NodeAffinity',
  'NodeName',
  'NodePorts',
  'TaintToleration',
  'NodeUnschedulable',
  'MatchNodeSelector',
  'HostName',
  'PodFitsHostPorts',
  'TopologyAffinityError',
  'SMTAlignmentError',
  'AppArmor',
  'SysctlForbidden',
  'PodOSSelectorNodeLabelDoesNotMatch',
  'PodOSNotSupported',
  'InvalidNodeInfo',
  'InitContainerRestartPolicyForbidden',
  'SupplementalGroupsPolicyNotSupported',
  'PodLevelResourcesNotSupported',
  'PodFeatureUnsupported',
  'VolumeAttachmentLimitExceeded',
  'UnknownReason',
  'UnexpectedPredicateFailureType',
  'InsufficientResourceError',
  'PredicateFailed',
]);

function rejectionField(pod: PodView): string | undefined {
  const resource = /^OutOf(.+)$/.exec(pod.reason)?.[1];
  if (resource === 'pods' || resource === 'Disk') return undefined;
  if (resource !== undefined) return resourceField(undefined, /[./]/.test(resource) ? 'limits' : 'requests', resource);
  if (/NodeAffinity|MatchNodeSelector/.test(pod.reason))
    return pod.spec.nodeSelector === undefined ? 'spec.affinity.nodeAffinity' : 'spec.nodeSelector';
  if (pod.reason === 'TaintToleration') return 'spec.tolerations';
  if (/Ports/.test(pod.reason)) return 'spec.containers[*].ports[*].hostPort';
  if (pod.reason === 'SysctlForbidden') return 'spec.securityContext.sysctls';
  if (pod.reason === 'AppArmor') return 'spec.securityContext.appArmorProfile';
  return undefined;
}

/** The evidence shows that the pod's node is gone: by its Node object, or by an event of the node controller. */
function lostNode(pod: PodView, evidence: Evidence): string | undefined {
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded' || pod.nodeName === undefined) return undefined;
  const ready = conditionIn(pod.conditions, 'Ready', 'False', 'Unknown');
  if (ready === undefined) return undefined;
  const node = evidence.find('Node', null, pod.nodeName);
  const condition = node === undefined ? undefined : conditionIn(node.conditions, 'Ready', 'Unknown', 'False');
  if (condition !== undefined) return `node ${pod.nodeName}: ${showCondition(condition)}`;
  const claimsReady =
    pod.containers.some(({ role }) => role === 'app') &&
    pod.containers.every(({ role, ready }) => role !== 'app' || ready === true);
  const event = evidence.event(pod, { reason: ['NodeNotReady', 'NodeLost'] });
  return event !== undefined && claimsReady ? showEvent(event) : undefined;
}

type NodeDiagnosis = Omit<PodDiagnosis, 'outcome' | 'severity' | 'see'> & { readonly see: string };
const define = ({ see, ...rest }: NodeDiagnosis) =>
  definePodDiagnosis({ outcome: 'failed', severity: 'error', see: [see], ...rest });
const failed = (reason: string, message: string) =>
  examplePod({ phase: 'Failed', podStatus: `reason: ${reason}\nmessage: ${JSON.stringify(message)}` });

/** The node that is gone comes before all else: what the status says of the containers is then old. */
export const NODE_LOST = define({
  id: 'NodeLost',
  title: "The pod's node does not answer any more",
  why: 'What the status says of the containers is as old as the last word of the node. The pod is deleted 5 min after the node was lost, but a StatefulSet waits until somebody says that the node is really gone.',
  fix: 'Bring the node back; if it is gone for good, delete the Node object, which frees its pods and volumes.',
  see: 'https://kubernetes.io/docs/concepts/architecture/nodes/#node-not-ready',
  evidence: examplePod({
    podStatus: 'reason: NodeLost\nmessage: Node node-1 which was running pod cart-6f7c9-abcde is unresponsive',
  }),
  match(pod, evidence) {
    const gone = disruption(pod, 'DeletionByPodGC');
    const lost = lostNode(pod, evidence);
    if (pod.reason !== 'NodeLost' && gone === undefined && lost === undefined) return undefined;
    return {
      cause: `node ${quoted(pod.nodeName)} of the pod does not answer any more: what the status says of its containers is old`,
      proof: pod.reason === 'NodeLost' ? proofOf(pod) : [lost ?? (gone === undefined ? '' : showCondition(gone))],
      command: describe(nodeOf(pod)),
      more: [get(null, 'nodes', null)],
      sameAs: pod.nodeName ?? '',
      ...(pod.nodeName === undefined ? {} : { scope: 'cluster' as const }),
    };
  },
});

/** Pods that their node, or the cluster for its sake, ended or refused. */
export const NODE_DIAGNOSES: readonly Diagnosis[] = [
  define({
    id: 'NodeShutdown',
    title: 'The pod ended because its node was shut down',
    why: 'A node that shuts down in good order ends its pods and refuses new ones; a controller makes others elsewhere. Such pods stay in the list as Failed.',
    fix: 'Nothing, where a controller replaced the pod; a bare pod needs one.',
    see: 'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/',
    evidence: failed('Terminated', 'Pod was terminated in response to imminent node shutdown.'),
    match(pod) {
      const condition = disruption(pod, 'TerminationByKubelet');
      const isShutdown =
        ['NodeShutdown', 'Shutdown', 'Terminated'].includes(pod.reason) ||
        (condition !== undefined && /shutdown/i.test(`${condition.message}${pod.message}`)) ||
        (pod.phase === 'Failed' && /node shutdown|node is shutting down|imminent node shutdown/i.test(pod.message));
      if (!isShutdown) return undefined;
      return {
        cause: `node ${quoted(pod.nodeName)} was shut down and ${pod.reason === 'NodeShutdown' ? 'refused the pod' : 'ended the pod'}`,
        proof: proofOf(pod),
        command: describe(nodeOf(pod)),
        more: [describe(pod.ref)],
        preventedBy: 'pod-has-a-controller',
        sameAs: pod.nodeName ?? '',
      };
    },
  }),
  define({
    id: 'Preempted',
    title: 'The pod had to make room for a pod of higher priority',
    why: 'The scheduler, or the kubelet for a critical pod, ends pods of lower priority where there is no room. A PodDisruptionBudget does not hold it back for certain.',
    fix: 'Give the pod a priority class that fits its importance, or the cluster more room.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    evidence: failed('Preempting', 'Preempted in order to admit critical pod'),
    match(pod) {
      const condition = disruption(pod, 'PreemptionByScheduler');
      if (!['Preempting', 'Preempted', 'PreemptionByScheduler'].includes(pod.reason) && condition === undefined)
        return undefined;
      return {
        cause: `the pod had to make room on node ${quoted(pod.nodeName)} for a pod of higher priority`,
        proof: condition === undefined ? proofOf(pod) : [showCondition(condition)],
        command: describe(pod.ref),
        more: [events(pod.ref)],
        field: 'spec.priorityClassName',
        sameAs: 'preempted',
      };
    },
  }),
  define({
    id: 'Evicted',
    title: 'The pod was evicted from its node',
    why: "A node that runs low on memory, disk or process ids evicts pods, first those that use more than they request. This is the node's memory, not the container's limit: OOMKilled is another thing.",
    fix: 'Request what the pod really uses: a pod within its requests is evicted last. Bound what it writes (ephemeral-storage, sizeLimit).',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
    evidence: failed(
      'Evicted',
      'The node was low on resource: memory. Container web was using 900Mi, which exceeds its request of 0. ',
    ),
    match(pod) {
      const condition = disruption(
        pod,
        'TerminationByKubelet',
        'EvictionByEvictionAPI',
        'DeletionByTaintManager',
        'DeletionByDeviceTaintManager',
      );
      if (pod.reason === 'Evicted' || pod.reason === 'TerminationByKubelet') return matchEviction(pod);
      if (condition === undefined) return undefined;
      return {
        cause: `the pod was evicted: ${condition.message || condition.reason}`,
        proof: [showCondition(condition)],
        command: describe(pod.ref),
        more: [describe(nodeOf(pod))],
        sameAs: condition.reason,
      };
    },
  }),
  define({
    id: 'PodDeadlineExceeded',
    title: 'The pod ran longer than its activeDeadlineSeconds',
    why: 'The deadline of a pod counts from its start, retries and waiting included; at its end all containers are killed.',
    fix: 'Raise the deadline, or find out what the pod waited for.',
    see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
    evidence: failed('DeadlineExceeded', 'Pod was active on the node longer than the specified deadline'),
    match(pod) {
      if (pod.reason !== 'DeadlineExceeded') return undefined;
      const seconds = pod.spec.activeDeadlineSeconds;
      return {
        cause: `the pod was active longer than its deadline${typeof seconds === 'number' ? ` of ${seconds} s` : ''}`,
        proof: proofOf(pod),
        command: logs(pod.ref, null, false),
        more: [describe(pod.ref)],
        field: 'spec.activeDeadlineSeconds',
        preventedBy: 'job-has-a-deadline',
        sameAs: 'deadline',
      };
    },
  }),
  define({
    id: 'NodeAdmissionRejected',
    title: 'The kubelet refused the pod',
    why: 'The scheduler chose the node, but when the pod arrived the node had no room or no device left, or does not fit it. The pod stays Failed and is not tried again.',
    fix: 'Where a controller made the pod, it makes another. If it comes back, compare what the node offers with what the pod asks for.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/',
    evidence: failed(
      'OutOfcpu',
      "Pod was rejected: Node didn't have enough resource: cpu, requested: 3000, used: 1500, capacity: 4000",
    ),
    match(pod) {
      const isRejection =
        /^OutOf/.test(pod.reason) ||
        REJECTIONS.has(pod.reason) ||
        (pod.phase === 'Failed' && /^Pod was rejected/.test(pod.message));
      if (!isRejection) return undefined;
      const field = rejectionField(pod);
      return {
        cause: `node ${quoted(pod.nodeName)} refused the pod when it arrived (${pod.reason})${pod.message === '' ? '' : `: ${pod.message}`}`,
        proof: proofOf(pod),
        command: describe(nodeOf(pod)),
        more: [describe(pod.ref)],
        ...(field === undefined ? {} : { field }),
        preventedBy: 'pod-has-a-controller',
        sameAs: pod.reason,
      };
    },
  }),
];

import { showEvent } from '../evidence/cluster-event';
import { conditionIn, showCondition } from '../evidence/condition';
import type { Evidence } from '../evidence/evidence';
import type { PodView } from '../evidence/pod-view';
import { defineNodeDiagnosis, disruption, failedPod, nodeOf, proofOf } from '../reading/node-facts';
import { describe, events, get, logs } from '../telling/command';
import { quoted } from '../telling/printable';
import type { Diagnosis } from './diagnosis';
import { EVICTED } from './eviction';
import { examplePod } from './example';
import { NODE_ADMISSION_REJECTED } from './node-admission';

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

/** The node that is gone comes before all else: what the status says of the containers is then old. */
export const NODE_LOST = defineNodeDiagnosis({
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
  defineNodeDiagnosis({
    id: 'NodeShutdown',
    title: 'The pod ended because its node was shut down',
    why: 'A node that shuts down in good order ends its pods and refuses new ones; a controller makes others elsewhere. Such pods stay in the list as Failed.',
    fix: 'Nothing, where a controller replaced the pod; a bare pod needs one.',
    see: 'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/',
    evidence: failedPod('Terminated', 'Pod was terminated in response to imminent node shutdown.'),
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
  defineNodeDiagnosis({
    id: 'Preempted',
    title: 'The pod had to make room for a pod of higher priority',
    why: 'The scheduler, or the kubelet for a critical pod, ends pods of lower priority where there is no room. A PodDisruptionBudget does not hold it back for certain.',
    fix: 'Give the pod a priority class that fits its importance, or the cluster more room.',
    see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    evidence: failedPod('Preempting', 'Preempted in order to admit critical pod'),
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
  EVICTED,
  defineNodeDiagnosis({
    id: 'PodDeadlineExceeded',
    title: 'The pod ran longer than its activeDeadlineSeconds',
    why: 'The deadline of a pod counts from its start, retries and waiting included; at its end all containers are killed.',
    fix: 'Raise the deadline, or find out what the pod waited for.',
    see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
    evidence: failedPod('DeadlineExceeded', 'Pod was active on the node longer than the specified deadline'),
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
  NODE_ADMISSION_REJECTED,
];

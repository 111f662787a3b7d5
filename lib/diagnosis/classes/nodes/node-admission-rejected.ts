import type { PodView } from '../../evidence/pod-view';
import { resourceField } from '../../reading/fields';
import { proofOf } from '../../reading/node-facts';
import { describe, describeNamed } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineNodeDiagnosis } from '../node-diagnosis';
import { yaml } from '../yaml';

/** Reasons of a pod that the kubelet refused, besides those that begin with `OutOf`. */
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

export const NODE_ADMISSION_REJECTED = defineNodeDiagnosis({
  id: 'NodeAdmissionRejected',
  title: 'The kubelet refused the pod',
  why: 'The scheduler chose the node, but when the pod arrived, the node had no room or device left, or did not match. The pod stays Failed and is not retried.',
  fix: 'If a controller created the pod, it creates another. If the failure comes back, compare what the node offers with what the pod requests.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/',
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Failed
      reason: OutOfcpu
      message: "Pod was rejected: Node didn't have enough resource: cpu, requested: 3000, used: 1500, capacity: 4000"
  `,
  match(pod) {
    const isRejection =
      /^OutOf/.test(pod.reason) ||
      REJECTIONS.has(pod.reason) ||
      (pod.phase === 'Failed' && /^Pod was rejected/.test(pod.message));
    if (!isRejection) return undefined;
    const field = rejectionField(pod);
    return {
      cause: `node ${inQuotes(pod.nodeName)} refused the pod when it arrived (${pod.reason})${pod.message === '' ? '' : `: ${pod.message}`}`,
      proof: proofOf(pod),
      command: describeNamed('Node', null, pod.nodeName),
      more: [describe(pod.ref)],
      ...(field === undefined ? {} : { field }),
      preventedBy: 'pod-has-a-controller',
      sameAs: pod.reason,
    };
  },
});

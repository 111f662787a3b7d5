import { definePodDiagnosis, type PodDiagnosis } from '../classes/diagnosis';
import { examplePod } from '../classes/example';
import { conditionIn } from '../evidence/condition';
import type { PodView } from '../evidence/pod-view';

export const nodeOf = (pod: PodView) => ({
  apiVersion: 'v1',
  kind: 'Node',
  namespace: null,
  name: pod.nodeName ?? null,
});

export const proofOf = (pod: PodView) => [`status.reason ${pod.reason}${pod.message === '' ? '' : `: ${pod.message}`}`];

export const isOver = (pod: PodView) =>
  pod.phase === 'Failed' || pod.phase === 'Unknown' || pod.phase === '' || pod.deletionDue !== undefined;

/** The pod's DisruptionTarget condition, with its reason. */
export function disruption(pod: PodView, ...reasons: readonly string[]) {
  const condition = conditionIn(pod.conditions, 'DisruptionTarget', 'True');
  return condition !== undefined && reasons.includes(condition.reason) && isOver(pod) ? condition : undefined;
}

type NodeDiagnosis = Omit<PodDiagnosis, 'outcome' | 'severity' | 'see'> & { readonly see: string };

/** Makes a diagnosis of what a node, or the cluster for its sake, did to a pod. */
export const defineNodeDiagnosis = ({ see, ...rest }: NodeDiagnosis) =>
  definePodDiagnosis({ outcome: 'failed', severity: 'error', see: [see], ...rest });

/** A pod that has failed for a reason of its own. */
export const failedPod = (reason: string, message: string) =>
  examplePod({ phase: 'Failed', podStatus: `reason: ${reason}\nmessage: ${JSON.stringify(message)}` });

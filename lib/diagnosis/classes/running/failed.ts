import type { Evidence } from '../../evidence/evidence';
import { lastEnd, type PodView, showState } from '../../evidence/pod-view';
import { signalOf } from '../../reading/messages/exit-code';
import { matchEnd, nameOf } from '../../reading/run-end';
import { describe, logs } from '../../telling/command';
import type { Match } from '../../telling/match';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** The pod failed as a whole. */
function matchFailed(pod: PodView, evidence: Evidence): Match | undefined {
  if (pod.phase !== 'Failed') return undefined;
  const ended = pod.containers.filter(({ role, state }) => role === 'app' && state.type === 'terminated');
  const culprit = ended.find(({ state }) => state.type === 'terminated' && state.exitCode !== 0) ?? undefined;
  if (culprit === undefined) {
    const why = [pod.reason, pod.message].filter((text) => text !== '').join(': ');
    return {
      cause: `the pod has failed${why === '' ? ', and its status does not say why; its events may' : `: ${why}`}`,
      proof: [`phase Failed${why === '' ? '' : ` ${why}`}`],
      command: describe(pod.ref),
      more: [logs(pod.ref, null, false)],
    };
  }
  const end = lastEnd(culprit);
  if (end?.reason === 'ContainerStatusUnknown') {
    return {
      container: culprit.name,
      cause: `the kubelet lost ${nameOf(culprit)} (ContainerStatusUnknown), usually because the node restarted or removed it: exit code ${end.exitCode ?? '?'} is made up, and the pod counts as failed`,
      proof: [showState(culprit)],
      command: describe(pod.ref),
      sameAs: 'ContainerStatusUnknown',
    };
  }
  const signal = end?.exitCode === undefined ? undefined : signalOf(end.exitCode);
  const match = matchEnd(
    culprit,
    pod,
    evidence,
    `${nameOf(culprit)} has failed, and restartPolicy ${pod.restartPolicy} does not restart it`,
  );
  return {
    container: culprit.name,
    ...match,
    ...(signal === undefined ? {} : { sameAs: `${culprit.name} ${signal}` }),
  };
}

export const FAILED = definePodDiagnosis({
  id: 'Failed',
  topic: 'running',
  outcome: 'failed',
  role: 'cause',
  patience: { seconds: 120, retriedByJobs: true },
  title: 'The pod has failed',
  why: 'All containers have exited, at least one with an error, and the restart policy does not restart it.',
  fix: 'Read the log of the container that failed; it is kept until the pod is deleted.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      restartPolicy: Never
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Failed
      containerStatuses:
        - name: web
          ready: false
          restartCount: 0
          state:
            terminated: { reason: Error, exitCode: 1 }
  `,
  match: matchFailed,
});

import { describe, logs } from '../telling/command';
import { quoted } from '../telling/printable';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { examplePod } from './example';
import { matchFailed } from './failed';

const POD_PHASES = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase';

/** The end of the evidence on a pod: done, failed, or on its way. */
export const POD_END_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'Succeeded',
    outcome: 'ok',
    severity: 'info',
    title: 'The pod has done its work',
    why: 'All containers ended with exit code 0 and are not started again. A server in this state has ended by mistake: its command does not stay in the foreground.',
    fix: 'Nothing, for a task. For a server, look at its command and at restartPolicy.',
    see: [POD_PHASES],
    evidence: examplePod({
      phase: 'Succeeded',
      status: 'ready: false\nrestartCount: 0\nstate:\n  terminated: { reason: Completed, exitCode: 0 }',
    }),
    match: (pod) =>
      pod.phase === 'Succeeded'
        ? {
            cause: 'all containers have ended with exit code 0',
            proof: ['phase Succeeded'],
            command: logs(pod.ref, null, false),
            sameAs: 'succeeded',
          }
        : undefined,
  }),
  definePodDiagnosis({
    id: 'Failed',
    outcome: 'failed',
    severity: 'error',
    title: 'The pod has failed',
    why: 'All containers have ended, one of them with an error, and the restart policy does not start it again.',
    fix: 'Read the log of the container that failed: it stays until the pod is deleted.',
    see: [POD_PHASES],
    evidence: examplePod({
      phase: 'Failed',
      spec: 'restartPolicy: Never',
      status: 'ready: false\nrestartCount: 0\nstate:\n  terminated: { reason: Error, exitCode: 1 }',
    }),
    match: matchFailed,
  }),
  definePodDiagnosis({
    id: 'Unknown',
    outcome: 'failed',
    severity: 'error',
    title: 'The state of the pod is not known',
    why: 'The node of the pod has not reported for some time, mostly because it cannot be reached.',
    fix: 'Look at the node.',
    see: ['https://kubernetes.io/docs/concepts/architecture/nodes/#node-status'],
    evidence: examplePod({ phase: 'Unknown' }),
    match(pod) {
      if (['Pending', 'Running', 'Succeeded', 'Failed', 'CrashLoopBackOff', ''].includes(pod.phase)) return undefined;
      return {
        cause:
          pod.phase === 'Unknown'
            ? `node ${quoted(pod.nodeName)} does not report what the pod does`
            : `the pod has the phase ${quoted(pod.phase)}, which Kubernetes does not have`,
        proof: [`phase ${pod.phase}`],
        command:
          pod.nodeName === undefined
            ? describe(pod.ref)
            : describe({ apiVersion: 'v1', kind: 'Node', namespace: null, name: pod.nodeName }),
        sameAs: pod.nodeName ?? pod.phase,
      };
    },
  }),
];

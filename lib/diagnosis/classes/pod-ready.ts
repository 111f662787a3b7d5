import { lastEnd, type PodView, showState } from '../evidence/pod-view';
import { contentionOf } from '../reading/usage';
import { describe, get, logs, top } from '../telling/command';
import { quoted } from '../telling/printable';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { examplePod } from './example';

const POD_PHASES = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase';

/** So many restarts are told, even of a pod that is ready. */
const MANY_RESTARTS = 5;

const apps = (pod: PodView) => pod.containers.filter(({ role }) => role !== 'init');

const isRunning = (pod: PodView) => pod.phase === 'Running';

/** Pods that are ready. */
export const POD_READY_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'HighRestartCount',
    outcome: 'failed',
    severity: 'warning',
    title: 'The pod is ready now, but has restarted often',
    why: 'Each restart cut the requests that the container had in hand. The last end of the container tells why it stops.',
    fix: 'Read the log of the previous run, and compare the times of the restarts with deployments and load.',
    see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy'],
    evidence: examplePod({
      status:
        'ready: true\nrestartCount: 12\nstate:\n  running: {}\nlastState:\n  terminated: { reason: Error, exitCode: 1 }',
    }),
    match(pod) {
      const most = apps(pod).reduce((a, b) => (b.restarts > (a?.restarts ?? 0) ? b : a), apps(pod)[0]);
      if (!isRunning(pod) || most === undefined || most.restarts < MANY_RESTARTS) return undefined;
      const exitCode = lastEnd(most)?.exitCode;
      const isKill = exitCode === 137 && most.spec.livenessProbe !== undefined;
      return {
        container: most.name,
        cause: `container ${quoted(most.name)} is ready now, but has restarted ${most.restarts} times${exitCode === undefined ? '' : `; its last run ended with exit code ${exitCode}${isKill ? ', which its liveness probe may have caused' : ''}`}`,
        proof: [showState(most)],
        command: logs(pod.ref, most.name, true),
        more: [describe(pod.ref), top(pod.ref)],
        ...(isKill ? { field: `${most.field}.livenessProbe`, preventedBy: 'slow-start-is-covered' } : {}),
        sameAs: `${most.name} ${exitCode}`,
      };
    },
  }),
  definePodDiagnosis({
    id: 'Healthy',
    outcome: 'ok',
    severity: 'info',
    title: 'The pod runs and is ready',
    why: 'All containers run, and all readiness probes succeed.',
    fix: 'Nothing.',
    see: [POD_PHASES],
    evidence: examplePod({
      status: 'ready: true\nstarted: true\nrestartCount: 0\nstate:\n  running: {}',
      podStatus: "conditions:\n  - { type: Ready, status: 'True' }",
    }),
    match(pod, evidence) {
      const contention = apps(pod)
        .map((container) => contentionOf(container, pod, evidence))
        .find((found) => found !== undefined);
      return {
        cause:
          contention === undefined
            ? 'all containers run and are ready'
            : `all containers run and are ready; but ${contention.line}`,
        proof: [`phase ${pod.phase}`],
        command: get(pod.ref.namespace, 'pod', pod.ref.name, '-o', 'wide'),
        sameAs: contention?.line ?? 'healthy',
      };
    },
  }),
];

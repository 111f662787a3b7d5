import { startupBudget } from '../../../lifecycle/arithmetic/timing';
import { matchProbe, PROBE_PAGES, probeEvent, runningFor } from '../../reading/probe-reading';
import { shownDuration } from '../../telling/printable';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const READINESS_PROBE_FAILING = forContainers({
  id: 'ReadinessProbeFailing',
  initId: null,
  topic: 'running',
  patience: { seconds: 120 },
  title: 'The container is running, but its readiness probe fails',
  why: 'A pod that is not ready gets no requests; nothing restarts it. A rollout waits for it until the progress deadline.',
  fix: "Compare the probe's port and path with what the app serves; if the app says that it is not ready, its log shows what it is waiting for.",
  see: PROBE_PAGES,
  example: {
    container: yaml`
      readinessProbe:
        tcpSocket: { port: 8080 }
    `,
    status: yaml`
      ready: false
      started: true
      restartCount: 0
      state:
        running: {}
    `,
  },
  match(container, pod, evidence) {
    const runs = container.state.type === 'running' || (container.state.type === 'unknown' && pod.phase === 'Running');
    if (!runs || container.ready !== false || pod.phase === 'Failed') return undefined;
    const probe = container.spec.readinessProbe;
    const event = probeEvent(container, pod, evidence, 'readinessProbe');
    if (probe === undefined && event === undefined) return undefined;
    const lasted = runningFor(container, evidence);
    const isEarly = probe !== undefined && lasted !== undefined && lasted < startupBudget(probe) * 1000;
    if (isEarly && event === undefined) return undefined;
    const match = matchProbe(container, pod, evidence, 'readinessProbe', 'so that the pod gets no requests');
    return lasted === undefined
      ? match
      : { ...match, cause: `${match.cause} (it has been running for ${shownDuration(lasted)})` };
  },
});

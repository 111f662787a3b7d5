import { earliestKill, startupBudget } from '../../../lifecycle/arithmetic/timing';
import { lastEnd } from '../../evidence/pod-view';
import { canBeAKill } from '../../reading/messages/exit-code';
import { killEvent, matchProbe, PROBE_PAGES, probeEvent, runningFor } from '../../reading/probe-reading';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const STARTUP_PROBE_FAILING = forContainers({
  id: 'StartupProbeFailing',
  initId: null,
  topic: 'running',
  patience: { seconds: 120 },
  title: 'The container does not pass its startup probe',
  why: 'Until the startup probe succeeds, the other probes wait; once it has failed failureThreshold times, the kubelet kills and restarts the container.',
  fix: 'If the app only needs longer, raise failureThreshold (or startsWithin); if it never answers, compare port and path with what it serves.',
  see: PROBE_PAGES,
  example: {
    container: yaml`
      startupProbe:
        httpGet: { path: /up, port: 8080 }
        periodSeconds: 5
        failureThreshold: 3
    `,
    status: yaml`
      ready: false
      started: false
      restartCount: 2
      state:
        running: { startedAt: '2026-09-01T10:04:50Z' }
      lastState:
        terminated: { reason: Error, exitCode: 137 }
    `,
  },
  exampleEvents: yaml`
    ---
    apiVersion: v1
    kind: Event
    metadata: { name: cart-6f7c9-abcde.unhealthy, namespace: shop }
    involvedObject:
      kind: Pod
      namespace: shop
      name: cart-6f7c9-abcde
      fieldPath: spec.containers{web}
    type: Warning
    reason: Unhealthy
    message: "Startup probe failed: Get \"http://10.0.0.7:8080/up\": dial tcp 10.0.0.7:8080: connect: connection refused"
    lastTimestamp: '2026-09-01T10:05:00Z'
  `,
  match(container, pod, evidence) {
    const { state, spec } = container;
    if (container.started === true || container.ready === true) return undefined;
    const isLooping = state.type === 'waiting' && state.reason === 'CrashLoopBackOff';
    if (state.type !== 'running' && state.type !== 'terminated' && !isLooping) return undefined;
    const killed = killEvent(container, pod, evidence, 'startupProbe') !== undefined;
    const told =
      killed ||
      (probeEvent(container, pod, evidence, 'startupProbe') !== undefined &&
        (!isLooping || canBeAKill(lastEnd(container)?.exitCode)));
    const lasted = runningFor(container, evidence);
    const isOver =
      spec.startupProbe !== undefined && lasted !== undefined && lasted > startupBudget(spec.startupProbe) * 1000;
    const wasKilled = container.restarts > 0 && canBeAKill(lastEnd(container)?.exitCode);
    const inferred =
      state.type === 'running' &&
      container.started === false &&
      spec.startupProbe !== undefined &&
      (wasKilled || isOver);
    if (!told && !inferred) return undefined;
    const after = spec.startupProbe === undefined ? '' : ` after at least ${earliestKill(spec.startupProbe)} s`;
    return matchProbe(
      container,
      pod,
      evidence,
      'startupProbe',
      `so that the container is killed${after} before it has started`,
    );
  },
});

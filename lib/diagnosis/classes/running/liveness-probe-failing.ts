import { lastEnd } from '../../evidence/pod-view';
import { canBeAKill } from '../../reading/messages/exit-code';
import { killEvent, matchProbe, PROBE_PAGES, probeEvent } from '../../reading/probe-reading';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const LIVENESS_PROBE_FAILING = forContainers({
  id: 'LivenessProbeFailing',
  initId: null,
  topic: 'running',
  patience: { seconds: 120, beside: 'as-warning' },
  title: 'The container is killed because its liveness probe fails',
  why: 'A failing liveness probe restarts the container. It ends with 137 or 143, or with 0 where it stops cleanly: 137 alone does not mean that memory ran out.',
  fix: 'If the app is only slow (a slow start, a full CPU, a long pause), give the probe more time or a startup probe; let it check only the process, never its dependencies.',
  see: PROBE_PAGES,
  example: {
    container: yaml`
      livenessProbe:
        httpGet: { path: /healthz, port: 8080 }
    `,
    status: yaml`
      ready: false
      restartCount: 3
      state:
        waiting: { reason: CrashLoopBackOff }
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
    message: "Liveness probe failed: HTTP probe failed with statuscode: 500"
    lastTimestamp: '2026-09-01T10:05:00Z'
    ---
    apiVersion: v1
    kind: Event
    metadata: { name: cart-6f7c9-abcde.killing, namespace: shop }
    involvedObject:
      kind: Pod
      namespace: shop
      name: cart-6f7c9-abcde
      fieldPath: spec.containers{web}
    type: Normal
    reason: Killing
    message: "Container web failed liveness probe, will be restarted"
    lastTimestamp: '2026-09-01T10:05:00Z'
  `,
  match(container, pod, evidence) {
    const { state } = container;
    const end = lastEnd(container);
    const killed = killEvent(container, pod, evidence, 'livenessProbe') !== undefined;
    const unhealthy = probeEvent(container, pod, evidence, 'livenessProbe') !== undefined;
    const isWell = state.type === 'running' && container.ready === true;
    if (state.type === 'waiting' && state.reason !== 'CrashLoopBackOff') return undefined;
    const wasKilled = container.restarts > 0 && canBeAKill(end?.exitCode) && end?.reason !== 'OOMKilled';
    const told = isWell
      ? (killed && container.restarts > 0 && end?.reason !== 'OOMKilled') || (wasKilled && unhealthy)
      : killed || (unhealthy && (wasKilled || state.type === 'running'));
    const inferred =
      state.type === 'running' &&
      container.ready === false &&
      container.spec.livenessProbe !== undefined &&
      container.spec.readinessProbe === undefined &&
      wasKilled;
    if (!told && !inferred) return undefined;
    const match = matchProbe(container, pod, evidence, 'livenessProbe', 'so that the container is restarted');
    return isWell ? { ...match, severity: 'warning' } : match;
  },
});

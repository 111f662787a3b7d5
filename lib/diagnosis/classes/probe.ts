import { earliestKill, startupBudget } from '../../lifecycle/timing';
import { showEvent } from '../evidence/cluster-event';
import { lastEnd, showState } from '../evidence/pod-view';
import { canBeAKill } from '../reading/messages/exit-code';
import { killEvent, matchProbe, PROBE_PAGES, probeEvent, runningFor } from '../reading/probe-reading';
import { describe, logs } from '../telling/command';
import { quoted } from '../telling/printable';
import { forContainers } from './container-diagnosis';
import type { Diagnosis } from './diagnosis';
import { exampleEvent } from './example';

/** Probes that restart a container or keep it out of service, told by an event or by the status itself. */
export const PROBE_DIAGNOSES: readonly Diagnosis[] = [
  ...forContainers({
    id: 'PostStartHookError',
    initId: null,
    outcome: 'failed',
    severity: 'error',
    title: 'The container is killed because its postStart hook fails',
    why: 'The kubelet runs postStart right after the start and kills the container where the hook fails. Until it is through, the container does not count as running, and later containers wait.',
    fix: 'Correct the hook, or move its work into the app or an init container.',
    see: ['https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/'],
    example: {
      container: 'lifecycle:\n  postStart:\n    exec: { command: [/bin/warm-up] }',
      status:
        'ready: false\nrestartCount: 2\nstate:\n  waiting: { reason: PostStartHookError, message: "Exec lifecycle hook ([/bin/warm-up]) failed" }',
    },
    match(container, pod, evidence) {
      const { state } = container;
      const event = evidence.event(pod, { reason: 'FailedPostStartHook', container: container.name });
      const waits = state.type === 'waiting' && state.reason === 'PostStartHookError';
      const crashes = state.type === 'waiting' && state.reason === 'CrashLoopBackOff' && event !== undefined;
      if (!waits && !crashes) return undefined;
      return {
        cause: `container ${quoted(container.name)} is killed each time it starts, because its postStart hook fails`,
        proof: [showState(container), ...(event === undefined ? [] : [showEvent(event)])],
        command: describe(pod.ref),
        more: [logs(pod.ref, container.name, true)],
        field: `${container.field}.lifecycle.postStart`,
        preventedBy: 'poststart-does-not-wait',
        sameAs: container.name,
      };
    },
  }),
  ...forContainers({
    id: 'StartupProbeFailing',
    initId: null,
    outcome: 'failed',
    severity: 'error',
    title: 'The container does not get through its startup probe',
    why: 'Until the startup probe succeeds, the other probes wait; when it has failed failureThreshold times, the kubelet kills the container and starts it again.',
    fix: 'If the app only needs longer, raise failureThreshold (or startsWithin); if it never answers, compare port and path with what it serves.',
    see: PROBE_PAGES,
    example: {
      container: 'startupProbe:\n  httpGet: { path: /up, port: 8080 }\n  periodSeconds: 5\n  failureThreshold: 3',
      status:
        "ready: false\nstarted: false\nrestartCount: 2\nstate:\n  running: { startedAt: '2026-09-01T10:04:50Z' }\nlastState:\n  terminated: { reason: Error, exitCode: 137 }",
    },
    exampleMore: exampleEvent(
      'Unhealthy',
      'Startup probe failed: Get "http://10.0.0.7:8080/up": dial tcp 10.0.0.7:8080: connect: connection refused',
      {
        container: 'web',
      },
    ),
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
  }),
  ...forContainers({
    id: 'LivenessProbeFailing',
    initId: null,
    outcome: 'failed',
    severity: 'error',
    title: 'The container is killed because its liveness probe fails',
    why: 'A failing liveness probe restarts the container. It ends with 137 or 143, or with 0 where it stops cleanly: 137 alone does not mean that memory ran out.',
    fix: 'If the app is only slow (a slow start, a full CPU, a long pause), give the probe more time or a startup probe; let it ask the process only, never its dependencies.',
    see: PROBE_PAGES,
    example: {
      container: 'livenessProbe:\n  httpGet: { path: /healthz, port: 8080 }',
      status: waitingLoop(137),
    },
    exampleMore:
      exampleEvent('Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500', { container: 'web' }) +
      exampleEvent('Killing', 'Container web failed liveness probe, will be restarted', {
        container: 'web',
        type: 'Normal',
      }),
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
  }),
];

function waitingLoop(exitCode: number): string {
  return `ready: false\nrestartCount: 3\nstate:\n  waiting: { reason: CrashLoopBackOff }\nlastState:\n  terminated: { reason: Error, exitCode: ${exitCode} }`;
}

import type { Probe, ProbeType } from '../../kubernetes/container';
import { portNumber } from '../../kubernetes/container';
import { earliestKill, startupBudget } from '../../lifecycle/timing';
import { type ClusterEvent, showEvent } from '../cluster-event';
import { describe, events, logs, top } from '../command';
import { forContainers } from '../container-diagnosis';
import type { Diagnosis, Match } from '../diagnosis';
import type { Evidence } from '../evidence';
import { exampleEvent } from '../example';
import { canBeAKill } from '../messages/exit-code';
import { type ContainerView, endOf, type PodView, showState } from '../pod-view';
import { duration, quoted } from '../printable';
import { contentionOf } from '../usage';

const SEE = ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'];
const WORD = { startupProbe: 'Startup', livenessProbe: 'Liveness', readinessProbe: 'Readiness' } as const;

/** What a probe asks, in words: `GET /ready on port 8080`. Header values and the words of a command stay out. */
function asks(probe: Probe | undefined): string {
  const handler = probe?.handler;
  switch (handler?.type) {
    case 'httpGet':
      return `GET ${handler.path} on port ${handler.port}`;
    case 'tcpSocket':
      return `a TCP connection to port ${handler.port}`;
    case 'grpc':
      return `a gRPC health check on port ${handler.port}`;
    case 'exec':
      return 'a command inside of the container';
    default:
      return 'its probe';
  }
}

/** The part of a probe that its last answer points to. */
function probeField(container: ContainerView, type: ProbeType, message: string): string {
  const handler = container.spec[type]?.handler;
  const base = `${container.field}.${type}`;
  if (type !== 'readinessProbe') return base;
  if (handler?.type === 'tcpSocket') return `${base}.tcpSocket.port`;
  if (/timeout|deadline exceeded|timed out/i.test(message)) return `${base}.timeoutSeconds`;
  if (handler?.type === 'grpc') return `${base}.grpc`;
  if (handler?.type === 'exec') return `${base}.exec.command`;
  if (handler?.type !== 'httpGet') return base;
  if (/refused|no route|reset by peer/i.test(message)) return `${base}.httpGet.port`;
  if (/statuscode: (404|40[135])/i.test(message)) return `${base}.httpGet.path`;
  if (/HTTP response to HTTPS|tls|x509/i.test(message)) return `${base}.httpGet.scheme`;
  return message === '' ? `${base}.httpGet` : base;
}

/** What the answer to a probe means, from the words of the event. */
function reading(message: string): string {
  if (/connection refused/i.test(message))
    return 'nothing listens on that port (the app is not up, or listens elsewhere or on localhost only)';
  if (/statuscode: 404/i.test(message)) return 'the app answers 404: it has no such path';
  if (/statuscode: (401|403)/i.test(message)) return 'the app asks for credentials on that path';
  if (/statuscode: 5\d\d/i.test(message)) return 'the app answers that it is not well';
  if (/statuscode: (\d+)/i.test(message)) return `the app answers ${/statuscode: (\d+)/i.exec(message)?.[1]}`;
  if (/HTTP response to HTTPS/i.test(message)) return 'the app speaks HTTP, and the probe HTTPS';
  if (/timeout|deadline exceeded|timed out|canceled while waiting/i.test(message))
    return 'the app does not answer in time';
  if (/no route to host|network is unreachable/i.test(message)) return 'the node cannot reach the pod';
  if (/not found|no such file|executable/i.test(message)) return 'the image lacks the program that the probe runs';
  return 'the probe fails';
}

function probeEvent(
  container: ContainerView,
  pod: PodView,
  evidence: Evidence,
  type: ProbeType,
): ClusterEvent | undefined {
  return evidence.event(pod, {
    reason: ['Unhealthy', 'ProbeWarning'],
    message: new RegExp(`^${WORD[type]} probe`, 'i'),
    container: container.name,
  });
}

function killEvent(
  container: ContainerView,
  pod: PodView,
  evidence: Evidence,
  type: 'startupProbe' | 'livenessProbe',
): ClusterEvent | undefined {
  const word = WORD[type].toLowerCase();
  const wording = type === 'livenessProbe' ? `failed ${word} probe|container is unhealthy` : `failed ${word} probe`;
  return evidence.event(pod, {
    reason: ['Killing', 'Unhealthy'],
    message: new RegExp(wording, 'i'),
    container: container.name,
  });
}

function matchProbe(
  container: ContainerView,
  pod: PodView,
  evidence: Evidence,
  type: ProbeType,
  consequence: string,
): Match {
  const probe = container.spec[type];
  const unhealthy = probeEvent(container, pod, evidence, type);
  const killing = type === 'readinessProbe' ? undefined : killEvent(container, pod, evidence, type);
  const contention = contentionOf(container, pod, evidence);
  const told =
    unhealthy === undefined ? `${asks(probe)} does not succeed` : `${asks(probe)}: ${reading(unhealthy.message)}`;
  const undeclared = undeclaredPort(container, probe);
  return {
    cause: `${WORD[type].toLowerCase()} probe of container ${quoted(container.name)} fails, ${consequence}: ${undeclared ?? told}${contention === undefined ? '' : `; ${contention.line}`}`,
    proof: [
      showState(container),
      ...[unhealthy, killing].flatMap((event) =>
        event === undefined || (event === killing && event === unhealthy) ? [] : [showEvent(event)],
      ),
      ...(contention === undefined ? [] : [contention.line]),
      ...(unhealthy === undefined && killing === undefined
        ? ['no event shows the answer of the probe: events live for one hour']
        : []),
    ],
    command:
      unhealthy === undefined && killing === undefined
        ? events(pod.ref)
        : logs(pod.ref, container.name, container.restarts > 0 && type !== 'readinessProbe'),
    more: [describe(pod.ref), ...(contention === undefined ? [top(pod.ref)] : [])],
    field:
      undeclared === undefined
        ? probeField(container, type, unhealthy?.message ?? '')
        : `${container.field}.${type}.${probe?.handler?.type}.port`,
    preventedBy: undeclared === undefined ? PREVENTED_BY[type] : 'probe-port-exists',
    sameAs: `${container.name} ${type} ${unhealthy === undefined ? '' : reading(unhealthy.message)}`,
  };
}

const PREVENTED_BY = {
  startupProbe: 'startup-has-enough-time',
  livenessProbe: 'slow-start-is-covered',
  readinessProbe: 'readiness-notices-in-time',
} as const;

function undeclaredPort(container: ContainerView, probe: Probe | undefined): string | undefined {
  const handler = probe?.handler;
  const port = handler?.type === 'httpGet' || handler?.type === 'tcpSocket' ? handler.port : undefined;
  if (typeof port !== 'string' || portNumber(container.spec, port) !== undefined) return undefined;
  return `it names port ${quoted(port)}, which the container does not declare`;
}

/** Time since the container's present run began, in milliseconds. */
function runningFor(container: ContainerView, evidence: Evidence): number | undefined {
  return container.state.type === 'running' ? evidence.since(container.state.startedAt) : undefined;
}

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
    see: SEE,
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
          (!isLooping || canBeAKill(endOf(container)?.exitCode)));
      const lasted = runningFor(container, evidence);
      const isOver =
        spec.startupProbe !== undefined && lasted !== undefined && lasted > startupBudget(spec.startupProbe) * 1000;
      const wasKilled = container.restarts > 0 && canBeAKill(endOf(container)?.exitCode);
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
    see: SEE,
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
      const end = endOf(container);
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

/** Running, and kept out of service by its readiness probe. */
export const READINESS_DIAGNOSES: readonly Diagnosis[] = forContainers({
  id: 'ReadinessProbeFailing',
  initId: null,
  outcome: 'failed',
  severity: 'error',
  title: 'The container runs, but its readiness probe fails',
  why: 'A pod that is not ready gets no requests; nothing restarts it. A rollout waits for it until its progress deadline.',
  fix: 'Compare port and path of the probe with what the app serves; if it answers that it is not ready, its log says what it waits for.',
  see: SEE,
  example: {
    container: 'readinessProbe:\n  tcpSocket: { port: 8080 }',
    status: 'ready: false\nstarted: true\nrestartCount: 0\nstate:\n  running: {}',
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
      : { ...match, cause: `${match.cause} (it has been running for ${duration(lasted)})` };
  },
});

import { type Probe, type ProbeType, portNumber } from '../../kubernetes/views/container';
import { type ClusterEvent, showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import { type ContainerView, type PodView, showState } from '../evidence/pod-view';
import { describe, events, logs, top } from '../telling/command';
import type { Match } from '../telling/match';
import { inQuotes } from '../telling/printable';
import { contentionOf } from './usage';

export const PROBE_PAGES = [
  'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
];

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
      return 'a command inside the container';
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
  if (/statuscode: 5\d\d/i.test(message)) return 'the app reports that it is unhealthy';
  if (/statuscode: (\d+)/i.test(message)) return `the app answers ${/statuscode: (\d+)/i.exec(message)?.[1]}`;
  if (/HTTP response to HTTPS/i.test(message)) return 'the app speaks HTTP, and the probe HTTPS';
  if (/timeout|deadline exceeded|timed out|canceled while waiting/i.test(message))
    return 'the app does not answer in time';
  if (/no route to host|network is unreachable/i.test(message)) return 'the node cannot reach the pod';
  if (/not found|no such file|executable/i.test(message)) return 'the image lacks the program that the probe runs';
  return 'the probe fails';
}

export function probeEvent(
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

export function killEvent(
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

const PREVENTED_BY = {
  startupProbe: 'startup-has-enough-time',
  livenessProbe: 'slow-start-is-covered',
  readinessProbe: 'readiness-notices-in-time',
} as const;

function undeclaredPort(container: ContainerView, probe: Probe | undefined): string | undefined {
  const handler = probe?.handler;
  const port = handler?.type === 'httpGet' || handler?.type === 'tcpSocket' ? handler.port : undefined;
  if (typeof port !== 'string' || portNumber(container.spec, port) !== undefined) return undefined;
  return `it names port ${inQuotes(port)}, which the container does not declare`;
}

export function matchProbe(
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
    cause: `${WORD[type].toLowerCase()} probe of container ${inQuotes(container.name)} fails, ${consequence}: ${undeclared ?? told}${contention === undefined ? '' : `; ${contention.line}`}`,
    proof: [
      showState(container),
      ...[unhealthy, killing].flatMap((event) =>
        event === undefined || (event === killing && event === unhealthy) ? [] : [showEvent(event)],
      ),
      ...(contention === undefined ? [] : [contention.line]),
      ...(unhealthy === undefined && killing === undefined
        ? ['no event shows how the probe was answered: events are kept for one hour']
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

/** Time since the container's present run began, in milliseconds. */
export function runningFor(container: ContainerView, evidence: Evidence): number | undefined {
  return container.state.type === 'running' ? evidence.since(container.state.startedAt) : undefined;
}

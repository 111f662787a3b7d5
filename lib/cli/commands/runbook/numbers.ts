import type { ManifestSet, WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { count } from '../../../kubernetes/text/count';
import { API_DEFAULTS } from '../../../kubernetes/versions/api-defaults';
import type { KubernetesVersion } from '../../../kubernetes/versions/kubernetes-version';
import type { Container, Probe } from '../../../kubernetes/views/container';
import { stringOf } from '../../../kubernetes/views/json';
import { allContainers } from '../../../kubernetes/views/pod-template';
import {
  earliestKill,
  startupBudget,
  timeToNotice,
  timeToReady,
  timeToStop,
} from '../../../lifecycle/arithmetic/timing';
import { drainSecondsOf } from '../../../workloads/drain-of';
import { sleepSeconds } from '../../../workloads/hook-sleep';
import { replicasOf } from '../../../workloads/replicas';
import { podsLeftBy, rollingUpdateOf, updateStrategyOf } from '../../../workloads/update-strategy';
import { code, plain, table } from './markdown';

/** The numbers that decide in an emergency: how many pods, how they are replaced, how long they take to stop. */
export function numbersOf(set: ManifestSet, object: WorkloadObject, version: KubernetesVersion): string {
  const { spec, job, kind, template, progressDeadlineSeconds } = object.workload;
  const replicas = replicasOf(set, object);
  const grace = template.terminationGracePeriodSeconds;
  const sleeps = template.containers.map(({ preStop }) => sleepSeconds(preStop) ?? 0);
  const preStop = Math.max(0, ...sleeps);
  const drain = drainSecondsOf(object.manifest);
  const rows: Array<readonly [string, string]> = [];
  if (replicas !== undefined) rows.push(['replicas', String(replicas)]);
  const rollout = rolloutOf(object, replicas, version);
  if (rollout !== undefined) rows.push(['a rollout', rollout]);
  if (progressDeadlineSeconds !== undefined)
    rows.push(['gives up after', `${progressDeadlineSeconds} s without progress`]);
  if (job !== undefined) {
    rows.push([
      'tries',
      `${Number(job.spec.backoffLimit ?? API_DEFAULTS.job.backoffLimit) + 1} (restartPolicy ${plain(template.restartPolicy)})`,
    ]);
    rows.push([
      'deadline',
      typeof job.spec.activeDeadlineSeconds === 'number'
        ? `${job.spec.activeDeadlineSeconds} s`
        : 'none: it can hang forever',
    ]);
  }
  if (kind === 'CronJob')
    rows.push([
      'schedule',
      `${code(stringOf(spec.schedule) ?? '')} ${plain(stringOf(spec.timeZone) ?? "in the controller's time zone")}, ${plain(stringOf(spec.concurrencyPolicy) ?? 'Allow')}`,
    ]);
  rows.push([
    'stopping',
    `${grace} s in total: ${preStop} s in preStop, then SIGTERM, and SIGKILL ${timeToStop(grace, preStop)} s later${drain === undefined ? '' : `; the longest request takes ${drain} s`}`,
  ]);
  return table(['setting', 'value'], rows);
}

function rolloutOf(
  { workload }: WorkloadObject,
  replicas: number | undefined,
  version: KubernetesVersion,
): string | undefined {
  const type = updateStrategyOf(workload)?.type;
  if (type === 'Recreate') return 'stops all pods, then starts the new ones: there is downtime';
  if (type === 'OnDelete') return 'replaces no pod by itself: each has to be deleted by hand';
  const rolling = replicas === undefined ? undefined : rollingUpdateOf(workload, replicas, version);
  if (rolling === undefined || replicas === undefined) return undefined;
  const missing = replicas - podsLeftBy(rolling, workload.kind, replicas);
  return `at most ${count(rolling.surge, 'pod')} above the replicas, and at most ${count(missing, 'pod')} missing`;
}

/** Image and resources of each container. */
export function containerTable({ workload }: WorkloadObject): string {
  const amount = (container: Container, list: 'requests' | 'limits', name: string) => {
    const value = container[list][name];
    return value === undefined || value === null ? 'none' : plain(String(value));
  };
  const rows = allContainers(workload.template).map((container) => [
    `${code(container.name)}${container.role === 'app' ? '' : ` (${container.role})`}`,
    code(container.image ?? ''),
    amount(container, 'requests', 'cpu'),
    amount(container, 'requests', 'memory'),
    amount(container, 'limits', 'memory'),
  ]);
  return table(['container', 'image', 'CPU request', 'memory request', 'memory limit'], rows);
}

/** What a probe asks of its container. */
export function asks({ handler }: Pick<Probe, 'handler'>): string {
  switch (handler?.type) {
    case 'httpGet':
      return `GET ${code(handler.path)} on port ${code(String(handler.port ?? ''))}`;
    case 'tcpSocket':
      return `TCP connection to port ${code(String(handler.port ?? ''))}`;
    case 'grpc':
      return `gRPC health check on port ${code(String(handler.port ?? ''))}`;
    case 'exec':
      return `command ${code(handler.command.join(' '))}`;
    default:
      return 'nothing that can be read';
  }
}

function means(probe: Probe): string {
  switch (probe.type) {
    case 'startupProbe':
      return `killed if not up after ${earliestKill(probe)} s to ${startupBudget(probe)} s`;
    case 'livenessProbe':
      return `killed ${earliestKill(probe)} s after the start at the earliest, and at most ${timeToNotice(probe)} s after it breaks`;
    case 'readinessProbe':
      return `in service at most ${timeToReady(probe)} s after it answers, out of it at most ${timeToNotice(probe)} s after it breaks`;
  }
}

/** What each probe asks, and what its numbers come to; undefined where there is none. */
export function probeTable({ workload }: WorkloadObject): string | undefined {
  const rows = allContainers(workload.template).flatMap((container) =>
    [container.startupProbe, container.livenessProbe, container.readinessProbe].flatMap((probe) =>
      probe === undefined ? [] : [[code(container.name), probe.type.replace('Probe', ''), asks(probe), means(probe)]],
    ),
  );
  return rows.length === 0 ? undefined : table(['container', 'probe', 'asks', 'effect'], rows);
}

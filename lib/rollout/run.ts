import { API_DEFAULTS } from '../kubernetes/versions/api-defaults';
import { DaemonSet } from './controllers/daemon-set';
import { Deployment } from './controllers/deployment';
import { Endpoints } from './controllers/endpoints';
import { Drain } from './controllers/eviction';
import { Kubelet } from './controllers/kubelet';
import { Scheduler } from './controllers/scheduler';
import { StatefulSet } from './controllers/stateful-set';
import { type Millis, millis } from './engine/clock';
import { Cluster } from './engine/cluster';
import type { Nature } from './engine/nature';
import type { Pod } from './engine/pod';
import type { Trace } from './engine/trace';
import { BAD_VERSION, type Plan, type RolloutEvent } from './plan';
import { isAsked } from './start';

/** Ten days: no rollout that gets anywhere takes longer. */
const HORIZON = millis(864_000);

/** How much longer than its deadline a version that never becomes ready is watched. */
const AFTER_DEADLINE_SECONDS = 60;

/** For how long a bad version is watched of kinds that have no progress deadline. */
const WATCHED_SECONDS = API_DEFAULTS.deployment.progressDeadlineSeconds;

/** How many pods of the workload a drained node holds: as many as can be, or as are usual. */
export type Placement = 'worst' | 'typical';

interface Controller {
  update(): void;
  scale?(replicas: number): void;
}

/** Runs one event from start to end and tells what happened to pods and endpoints. */
export function runRollout(given: Plan, event: RolloutEvent, nature: Nature, placement: Placement = 'typical'): Trace {
  const plan = event === 'bad-version' ? withBadVersion(given) : given;
  const cluster = new Cluster(plan, nature);
  const kubelet = new Kubelet(cluster, (pod) => scheduler.release(pod));
  const scheduler = new Scheduler(cluster, (pod) => kubelet.run(pod), Math.max(plan.nodes, startsWith(plan, event)));
  const remove = (pod: Pod) => kubelet.terminate(pod);

  for (let index = 0; index < startsWith(plan, event); index++) {
    const pod = cluster.add('before', index);
    kubelet.adopt(pod);
    scheduler.place(pod, event === 'drain' ? nodeOf(plan, index, placement) : undefined);
    cluster.changes.push({ at: Number.NEGATIVE_INFINITY, pod, kind: 'add' });
  }
  cluster.onAdd = (pod) => scheduler.add(pod);
  new Endpoints(cluster);
  begin(event, cluster, controllerOf(cluster, remove), scheduler, kubelet, remove);
  cluster.clock.run(event === 'bad-version' ? deadlineOf(plan) + millis(AFTER_DEADLINE_SECONDS) : HORIZON);
  return finish(cluster, event);
}

function begin(
  event: RolloutEvent,
  cluster: Cluster,
  controller: Controller,
  scheduler: Scheduler,
  kubelet: Kubelet,
  remove: (pod: Pod) => void,
): void {
  const { plan } = cluster;
  const [first] = cluster.pods;
  if (event === 'rollout' || event === 'bad-version') controller.update();
  else if (event === 'scale-down') controller.scale?.(plan.replicas);
  else if (event === 'crash') {
    if (first !== undefined) kubelet.crash(first);
  } else if (plan.kind !== 'DaemonSet') {
    // `kubectl drain` leaves the pods of a DaemonSet where they are.
    scheduler.close(0);
    new Drain(cluster, 0, remove).run();
  }
}

function controllerOf(cluster: Cluster, remove: (pod: Pod) => void): Controller {
  const before = [...cluster.pods];
  switch (cluster.plan.kind) {
    case 'Deployment':
      return new Deployment(cluster, remove, before);
    case 'StatefulSet':
      return new StatefulSet(cluster, remove, before);
    case 'DaemonSet':
      return new DaemonSet(cluster, remove, before);
  }
}

function startsWith(plan: Plan, event: RolloutEvent): number {
  if (event === 'scale-down') return plan.kind === 'DaemonSet' ? plan.replicas : plan.scalesDownFrom;
  return event === 'rollout' || event === 'bad-version' ? plan.replicasBefore : plan.replicas;
}

/** The drained node is the first; pods that are not on it are spread over the others. */
function nodeOf(plan: Plan, index: number, placement: Placement): number {
  const onFirst = plan.podsOnNode[placement];
  return index < onFirst ? 0 : 1 + ((index - onFirst) % Math.max(1, plan.nodes - 1));
}

function withBadVersion(plan: Plan): Plan {
  const { start } = plan.after;
  const bad = isAsked(start) ? { neverReady: start.neverReady ?? BAD_VERSION } : { neverAnswers: true };
  return { ...plan, after: { ...plan.after, start: { ...start, ...bad } } };
}

function deadlineOf(plan: Plan): Millis {
  return millis(plan.progressDeadlineSeconds ?? WATCHED_SECONDS);
}

function finish(cluster: Cluster, event: RolloutEvent): Trace {
  const { pods, changes, pauses, decisions, deadlineExceededAt, plan } = cluster;
  const moments = pods.flatMap((pod) => [pod.createdAt, pod.readyChangedAt, pod.goneAt ?? 0, pod.listensAt ?? 0]);
  const lastMoment = moments.reduce((latest, each) => Math.max(latest, each), 0);
  const isOver = event === 'scale-down' || event === 'crash' || (event === 'drain' && plan.kind === 'DaemonSet');
  const completedAt = cluster.completedAt ?? (isOver ? lastMoment : undefined);
  // What is stuck is looked at until it is reported, and what is broken as long.
  const ends = event === 'bad-version' ? deadlineOf(plan) : (completedAt ?? deadlineOf(plan));
  const endsAt = Math.max(lastMoment, ends);
  return { pods, changes, pauses, decisions, completedAt, deadlineExceededAt, endsAt };
}

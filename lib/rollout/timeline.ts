import type { Cause, LostRequests } from './clients/losses';
import { isAvailable, type Pod, type Version } from './engine/pod';
import type { EndpointChange, Trace } from './engine/trace';
import type { Plan } from './plan';

/** How many pods there are in each state at one moment; it holds until the next one. */
export interface Moment {
  readonly atSeconds: number;
  readonly desired: number;
  /** Pod objects that exist, terminating ones among them. */
  readonly created: number;
  readonly ready: number;
  readonly available: number;
  readonly terminating: number;
  /** Pods whose process accepts requests. */
  readonly serving: number;
  /** Pods that a router which learns of everything at once would send to. */
  readonly routed: number;
}

/** One pod's life; moments that did not come are null. In seconds after the event began, negative for before. */
export interface PodLane {
  readonly name: string;
  readonly version: Version;
  readonly created: number;
  readonly runs: number | null;
  readonly answers: number | null;
  readonly ready: number | null;
  readonly deleted: number | null;
  readonly sigterm: number | null;
  readonly closes: number | null;
  readonly killed: number | null;
  readonly gone: number | null;
  readonly restarts: number;
}

export interface LostMark {
  readonly atSeconds: number;
  readonly cause: Cause;
  /** The pod that lost them; null where none did. */
  readonly pod: string | null;
  readonly count: number;
}

/** One run, told moment by moment. */
export interface Timeline {
  readonly seconds: number;
  readonly capacityPerPod: number;
  readonly requestsPerSecond: number;
  readonly moments: readonly Moment[];
  readonly pods: readonly PodLane[];
  readonly lost: readonly LostMark[];
  readonly completedAtSeconds: number | null;
  readonly deadlineExceededAtSeconds: number | null;
}

/** Tells a run moment by moment. */
export function timelineOf(trace: Trace, plan: Plan, lost: readonly LostRequests[]): Timeline {
  return {
    seconds: trace.endsAt / 1000,
    capacityPerPod: plan.load.capacityPerPod,
    requestsPerSecond: plan.served ? plan.load.requestsPerSecond : 0,
    moments: momentsOf(trace, plan),
    pods: trace.pods.map(laneOf),
    lost: lost.map(({ at, cause, pod, count }) => ({
      atSeconds: at / 1000,
      cause,
      pod: pod === undefined ? null : (trace.pods[pod]?.name ?? null),
      count,
    })),
    completedAtSeconds: seconds(trace.completedAt),
    deadlineExceededAtSeconds: seconds(trace.deadlineExceededAt),
  };
}

function laneOf(pod: Pod): PodLane {
  return {
    name: pod.name,
    version: pod.version,
    created: pod.createdAt / 1000,
    runs: seconds(pod.runsAt),
    answers: seconds(pod.listensAt),
    ready: seconds(pod.firstReadyAt),
    deleted: seconds(pod.deletedAt),
    sigterm: seconds(pod.sigtermAt),
    closes: seconds(pod.closesAt),
    killed: seconds(pod.cutsAt),
    gone: seconds(pod.goneAt),
    restarts: pod.restarts,
  };
}

function seconds(moment: number | undefined): number | null {
  return moment === undefined || !Number.isFinite(moment) ? null : moment / 1000;
}

type Counts = { -readonly [key in Exclude<keyof Moment, 'atSeconds' | 'desired'>]: number };

interface Change {
  readonly at: number;
  readonly key: keyof Counts;
  readonly by: 1 | -1;
}

/** The fewest available and the most existing pods of a run. */
export interface Extremes {
  readonly minAvailable: number;
  readonly peakPods: number;
}

export function extremesOf(trace: Trace, plan: Plan): Extremes {
  let minAvailable = Number.POSITIVE_INFINITY;
  let peakPods = 0;
  walk(changesOf(trace, plan), trace.endsAt, (_, counts) => {
    minAvailable = Math.min(minAvailable, counts.available);
    peakPods = Math.max(peakPods, counts.created);
  });
  return { minAvailable: Number.isFinite(minAvailable) ? minAvailable : 0, peakPods };
}

function momentsOf(trace: Trace, plan: Plan): readonly Moment[] {
  const moments: Moment[] = [];
  walk(changesOf(trace, plan), trace.endsAt, (at, counts) => {
    moments.push({ atSeconds: at / 1000, desired: plan.replicas, ...counts });
  });
  return moments;
}

function walk(changes: readonly Change[], until: number, tell: (at: number, counts: Counts) => void): void {
  const counts: Counts = { created: 0, ready: 0, available: 0, terminating: 0, serving: 0, routed: 0 };
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index] as Change;
    counts[change.key] += change.by;
    const next = changes[index + 1];
    if (change.at <= until && (next === undefined || next.at > change.at) && (next?.at ?? 1) > 0)
      tell(Math.max(0, change.at), counts);
  }
}

function changesOf(trace: Trace, plan: Plan): readonly Change[] {
  const changes: Change[] = [];
  const span = (key: keyof Counts, from: number | undefined, to: number | undefined) => {
    if (from === undefined || (to !== undefined && to <= from)) return;
    changes.push({ at: from, key, by: 1 });
    if (to !== undefined) changes.push({ at: to, key, by: -1 });
  };
  for (const pod of trace.pods) {
    span('created', pod.createdAt, pod.goneAt);
    span('terminating', pod.deletedAt, pod.goneAt);
    if (!trace.pauses.some((pause) => pause.pod === pod)) span('serving', pod.listensAt, pod.closesAt ?? pod.goneAt);
  }
  for (const { pod, from, until } of trace.pauses) {
    span('serving', pod.createdAt === 0 && pod.version === 'before' ? 0 : undefined, from);
    span('serving', until, pod.closesAt ?? pod.goneAt);
  }
  addReadiness(trace, plan, span);
  return changes.sort((one, other) => one.at - other.at);
}

/** Ready and available end with a deletion, as a controller counts; so does being routed to. */
function addReadiness(
  trace: Trace,
  plan: Plan,
  span: (key: keyof Counts, from: number | undefined, to: number | undefined) => void,
): void {
  const since = new Map<Pod, number>();
  const minReady = plan.minReadySeconds * 1000;
  const end = (pod: Pod, at: number | undefined) => {
    const from = since.get(pod);
    since.delete(pod);
    if (from === undefined) return;
    span('ready', from, at);
    span('routed', from, at);
    span('available', from === 0 && isAvailable(pod, minReady, 0) ? 0 : from + (from <= 0 ? 0 : minReady), at);
  };
  for (const { at, pod, kind } of trace.changes as readonly EndpointChange[]) {
    if (kind === 'add') since.set(pod, Math.max(0, at));
    else end(pod, at);
  }
  for (const pod of [...since.keys()]) end(pod, undefined);
}

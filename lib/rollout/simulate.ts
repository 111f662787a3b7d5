import { type Bounds, boundsOf } from './bounds/bounds';
import { CAUSES, type Cause, type LostRequests } from './clients/losses';
import { type Requests, sendRequests, watchedUntil } from './clients/requests';
import { type Nature, seeded } from './engine/nature';
import type { Trace } from './engine/trace';
import type { Plan, RolloutEvent } from './plan';
import { runRollout } from './run';
import { extremesOf, type Timeline, timelineOf } from './timeline';

export interface SimulateOptions {
  readonly event?: RolloutEvent;
  /** The same seed gives the same answer. @default 1 */
  readonly seed?: number;
  /** @default - 100, fewer of very large workloads */
  readonly runs?: number;
  /** For how long requests are sent. @default - until every router has learned of the last change */
  readonly watchSeconds?: number;
  /** Told after each run. */
  readonly onRun?: (done: number, runs: number) => void;
}

/** One run: what happened, and what the clients lost. */
export interface Run {
  readonly trace: Trace;
  readonly requests: Requests;
}

/** Numbers of many runs, by their quantiles. */
export interface Estimate {
  readonly runs: number;
  /** Requests sent in a run, on average. */
  readonly requests: number;
  readonly lost: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Requests lost in a run, on average, by cause. */
  readonly byCause: Readonly<Record<Cause, number>>;
}

/** What many runs of an event came to. */
export interface Simulation {
  readonly estimate: Estimate;
  readonly minAvailable: number;
  readonly peakPods: number;
  /** Null where no run came to its end. */
  readonly durationSeconds: { readonly p50: number; readonly max: number } | null;
  /** The first run, which its seed alone decides. */
  readonly timeline: Timeline;
  /** Every run's lost requests, in the order of the runs. */
  readonly samples: readonly number[];
}

/** The seed of which an answer is made where none is given. */
export const DEFAULT_SEED = 1;
export const DEFAULT_RUNS = 100;

/** As many runs as a second or two allow. */
export function runsFor({ replicas }: Plan): number {
  if (replicas <= 200) return DEFAULT_RUNS;
  return replicas <= 1000 ? 20 : 5;
}

/** Runs an event once. */
export function simulateOnce(plan: Plan, event: RolloutEvent, nature: Nature, watchSeconds?: number): Run {
  const trace = runRollout(plan, event, nature);
  const until = watchSeconds === undefined ? watchedUntil(trace, plan) : watchSeconds * 1000;
  return { trace, requests: sendRequests(trace, plan, nature, until) };
}

/** Runs an event many times, each with a seed of its own, and tells the quantiles. */
export function simulate(plan: Plan, options: SimulateOptions = {}): Simulation {
  const { event = 'rollout', seed = DEFAULT_SEED, runs = runsFor(plan) } = options;
  const tally = new Tally(plan);
  let timeline: Timeline | undefined;
  for (let index = 0; index < runs; index++) {
    const once = simulateOnce(plan, event, seeded(seed + index * 7919), options.watchSeconds);
    tally.add(once);
    timeline ??= timelineOf(once.trace, plan, once.requests.lost);
    options.onRun?.(index + 1, runs);
  }
  return { ...tally.result(), timeline: timeline as Timeline };
}

class Tally {
  private readonly samples: number[] = [];
  private readonly durations: number[] = [];
  private readonly byCause: Record<Cause, number> = { refused: 0, cut: 0, overloaded: 0, 'no-endpoint': 0 };
  private sent = 0;
  private minAvailable = Number.POSITIVE_INFINITY;
  private peakPods = 0;

  public constructor(private readonly plan: Plan) {}

  public add({ trace, requests }: Run): void {
    this.samples.push(total(requests.lost));
    for (const { cause, count } of requests.lost) this.byCause[cause] += count;
    this.sent += requests.sent;
    if (trace.completedAt !== undefined) this.durations.push(trace.completedAt / 1000);
    const { minAvailable, peakPods } = extremesOf(trace, this.plan);
    this.minAvailable = Math.min(this.minAvailable, minAvailable);
    this.peakPods = Math.max(this.peakPods, peakPods);
  }

  public result(): Omit<Simulation, 'timeline'> {
    const runs = this.samples.length;
    const sorted = [...this.samples].sort((one, other) => one - other);
    const durations = this.durations.sort((one, other) => one - other);
    const average = (sum: number) => Math.round((sum / runs) * 100) / 100;
    return {
      estimate: {
        runs,
        requests: Math.round(this.sent / runs),
        lost: { p50: quantileOf(sorted, 0.5), p99: quantileOf(sorted, 0.99), max: sorted.at(-1) ?? 0 },
        byCause: Object.fromEntries(CAUSES.map((cause) => [cause, average(this.byCause[cause])])) as Record<
          Cause,
          number
        >,
      },
      minAvailable: this.minAvailable,
      peakPods: this.peakPods,
      durationSeconds:
        durations.length === 0 ? null : { p50: quantileOf(durations, 0.5), max: durations.at(-1) as number },
      samples: this.samples,
    };
  }
}

function total(lost: readonly LostRequests[]): number {
  return lost.reduce((sum, { count }) => sum + count, 0);
}

/** The smallest value that at least this share of the sorted values does not exceed; 0 of none. */
export function quantileOf(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export { type Bounds, boundsOf };

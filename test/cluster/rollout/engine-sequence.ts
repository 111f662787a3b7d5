import { resolveDaemonSet, resolveDeployment } from '../../../lib/lifecycle/rounding';
import type { Nature, Quantity } from '../../../lib/rollout/engine/nature';
import { run } from '../../../lib/rollout/engine/run';
import { exactly } from '../../../lib/rollout/engine/spread';
import type { Plan } from '../../../lib/rollout/plan';
import { plan } from '../../rollout/manifests';
import type { Count, Log } from './scripted-kubelet';
import { NODES, type Shape } from './shapes';

/** Steps closer than this are one decision. */
const MERGE_MS = 1000;

/**
 * What is not known of a real run to the millisecond: how long a controller took, whether two steps that were about a
 * second apart were more or less than that, and which part of a second the API cut off a transition's time.
 */
const VARIANTS = [20, 5, 150].flatMap((latency) =>
  [MERGE_MS, 850, 1150].flatMap((merge) => [false, true].map((cuts) => ({ latency, merge, cuts }))),
);
type Variant = (typeof VARIANTS)[number];

/** `new/old` after each decision, without repetitions. */
function sequenceOf(counts: readonly Count[], merge = MERGE_MS): readonly string[] {
  const sequence: string[] = [];
  counts.forEach(({ at, after, before }, index) => {
    const next = counts[index + 1];
    if (next !== undefined && next.at - at < merge) return;
    const step = `${after}/${before}`;
    if (sequence.at(-1) !== step) sequence.push(step);
  });
  return sequence;
}

/**
 * `new/old` as it stood right before each status event, and at the end. Events wait until the controllers are done, so
 * that what they made of one is one step, however slow the machine is.
 */
function sampled(counts: readonly Count[], moments: readonly number[]): readonly string[] {
  const sequence: string[] = [];
  for (const moment of [...moments, Number.POSITIVE_INFINITY]) {
    const last = counts.filter(({ at }) => at < moment).at(-1);
    const step = last === undefined ? undefined : `${last.after}/${last.before}`;
    if (step !== undefined && sequence.at(-1) !== step) sequence.push(step);
  }
  return sequence;
}

/** What a real run and the engine with the same script decided, each as a text. */
export interface Decided {
  readonly isAlike: boolean;
  readonly real: string;
  readonly ours: string;
}

/** Compares a real run with what the engine decides where pods are ready, and gone, when they really were. */
export function compareWithEngine(shape: Shape, log: Log, seen: readonly Count[]): Decided {
  const after = seen.filter(({ at }) => at >= log.updatedAt);
  const since =
    after.length === 0
      ? [{ at: 0, after: 0, before: shape.replicas }]
      : after.map((count) => ({ ...count, at: count.at - log.updatedAt }));
  const moments = log.events.moments.map((at) => at - log.updatedAt).filter((at) => at > 0);
  const real = sequenceOf(since).join(' ');
  const realSampled = sampled(since, moments).join(' ');
  const runs = VARIANTS.map((variant) => ({ variant, counts: engineCounts(shape, log, variant) }));
  const isAlike = runs.some(
    ({ variant, counts }) =>
      sequenceOf(counts, variant.merge).join(' ') === real || sampled(counts, moments).join(' ') === realSampled,
  );
  return { isAlike, real, ours: sequenceOf(runs[0]?.counts ?? []).join(' ') };
}

function engineCounts(shape: Shape, log: Log, variant: Variant): readonly Count[] {
  const trace = run(planOf(shape), 'rollout', new Scripted(log, variant), 'typical');
  if (shape.kind === 'Deployment') return trace.decisions;
  const moments = trace.pods.flatMap((pod) => [pod.createdAt, pod.deletedAt ?? []].flat());
  return [...new Set(moments)]
    .sort((one, other) => one - other)
    .map((at) => {
      const active = trace.pods.filter(
        (pod) => pod.createdAt <= at && (pod.deletedAt ?? Number.POSITIVE_INFINITY) > at,
      );
      const after = active.filter(({ version }) => version === 'after').length;
      return { at, after, before: active.length - after };
    });
}

/** Answers with what really happened. */
class Scripted implements Nature {
  private started = 0;
  private stopped = 0;

  public constructor(
    private readonly log: Log,
    private readonly variant: Variant,
  ) {}

  public chance(): number {
    return 0.5;
  }

  public draw(quantity: Quantity, _: unknown, at: number): number {
    const since = this.log.updatedAt + at;
    if (quantity === 'start-up') {
      const ready = this.log.readyAt[this.started++] ?? Number.POSITIVE_INFINITY;
      return Math.max(1, (this.variant.cuts ? Math.floor(ready / 1000) * 1000 : ready) - since);
    }
    if (quantity === 'exit') return Math.max(1, (this.log.goneAt[this.stopped++] ?? since) - since);
    return quantity === 'controller' || quantity === 'creation' ? this.variant.latency : 0;
  }
}

function planOf(shape: Shape): Plan {
  const { kind, replicas, rollingUpdate, minReadySeconds, parallel } = shape;
  const base = plan({ kind, replicas, minReadySeconds }, { scenario: { nodes: NODES } });
  const instant = {
    initialDelaySeconds: 0,
    periodSeconds: 0.001,
    timeoutSeconds: 1,
    failureThreshold: 1,
    successThreshold: 1,
  };
  const after = {
    ...base.after,
    start: {
      ...base.after.start,
      placement: exactly(0),
      startUp: exactly(0),
      startupProbe: undefined,
      livenessProbe: undefined,
      readinessProbe: instant,
    },
    stop: {
      preStop: { kind: 'none' as const },
      gracePeriod: 100_000,
      onSigterm: 'drains' as const,
      acceptsAfterSigterm: 0,
    },
  };
  const { maxSurge, maxUnavailable, partition } = rollingUpdate;
  const resolved =
    kind === 'Deployment'
      ? resolveDeployment(replicas, maxSurge, maxUnavailable)
      : kind === 'DaemonSet'
        ? resolveDaemonSet(replicas, maxSurge, maxUnavailable)
        : { surge: 0, unavailable: 1 };
  return {
    ...base,
    before: after,
    after,
    ordered: !parallel,
    updateHonoursMinReady: true,
    strategy: { type: 'RollingUpdate', ...resolved, partition: Number(partition ?? 0) },
  };
}

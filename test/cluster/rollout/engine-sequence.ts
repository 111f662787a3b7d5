import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import type { Nature, Uncertainty } from '../../../lib/rollout/engine/nature';
import type { Plan } from '../../../lib/rollout/plan';
import { runRollout } from '../../../lib/rollout/run';
import { exactly } from '../../../lib/rollout/spread';
import { plan as planFrom } from '../../rollout/manifests';
import { areAlike, stoodAlike, textOf } from './alike';
import type { Count } from './script-log';
import { NODES, type Shape } from './shapes';

/** The version whose controllers run: the first of VERSIONS in components.ts. */
const VERSION = KubernetesVersion.of('1.37');

/**
 * What is not known of a real run to the millisecond: how long a controller took, and which part of a second the API cut
 * off a transition's time.
 */
const VARIANTS = [20, 5, 150].flatMap((latency) => [false, true].map((cuts) => ({ latency, cuts })));
type Variant = (typeof VARIANTS)[number];

/** How long after a pod has been ready for long enough a controller may notice. */
const LATE_MS = 2500;

/** What happened to one workload, in ms on any one clock. */
export interface RealRun {
  readonly updatedAt: number;
  /** When the k-th new pod was made ready; null where it never was. */
  readonly readyAt: readonly (number | null)[];
  /** When the k-th deleted pod was gone. */
  readonly goneAt: readonly number[];
  /** When the script changed the state of a pod. */
  readonly moments: readonly number[];
  /** What the controllers decided. */
  readonly decisions: readonly Count[];
}

/** What a real run and the engine with the same script decided, each as a text. */
export interface Decided {
  readonly isAlike: boolean;
  readonly real: string;
  readonly ours: string;
}

/**
 * Compares a real run with what the engine decides where pods are ready, and gone, when they really were.
 *
 * @param change makes the plan that the engine follows another one: a difference that is to be seen
 */
export function compareWithEngine(shape: Shape, run: RealRun, change: (plan: Plan) => Plan = (plan) => plan): Decided {
  const start = { at: 0, after: 0, before: shape.replicas };
  const since = run.decisions
    .filter(({ at }) => at >= run.updatedAt)
    .map((count) => ({ ...count, at: count.at - run.updatedAt }));
  const real = [start, ...since];
  const plan = change(planOf(shape));
  const runs = VARIANTS.map((variant) => [start, ...engineCounts(plan, run, variant)]);
  const afterUpdate = (moments: readonly number[]) => moments.map((at) => at - run.updatedAt).filter((at) => at > 0);
  const [events, settled] = [afterUpdate(run.moments), afterUpdate(settledMoments(shape, run))];
  return {
    isAlike: runs.some((ours) => areAlike(real, ours, events) && stoodAlike(real, ours, settled)),
    real: textOf(real),
    ours: textOf(runs[0] ?? []),
  };
}

/**
 * Moments right before which the controllers were done with all that had happened: the events, and the last moments at which
 * a pod is surely not available. That it is they may see up to two seconds late: the API cuts off what is below a second, and
 * they add one to be safe.
 */
function settledMoments({ minReadySeconds }: Shape, { moments, readyAt }: RealRun): readonly number[] {
  if (minReadySeconds === 0) return moments;
  const available = readyAt.filter((at) => at !== null).map((at) => at + minReadySeconds * 1000);
  const before = available
    .map((at) => at - 1000)
    .filter((moment) => !moments.some((event) => event <= moment && moment < event + LATE_MS));
  const isOpen = (moment: number) => available.some((at) => at - 1000 < moment && moment < at + LATE_MS);
  return [...moments, ...before].filter((moment) => !isOpen(moment));
}

function engineCounts(plan: Plan, real: RealRun, variant: Variant): readonly Count[] {
  const trace = runRollout(plan, 'rollout', new Scripted(real, variant), 'typical');
  if (plan.kind === 'Deployment') return trace.decisions;
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
    private readonly real: RealRun,
    private readonly variant: Variant,
  ) {}

  public chance(): number {
    return 0.5;
  }

  public draw(quantity: Uncertainty, _: unknown, at: number): number {
    const since = this.real.updatedAt + at;
    if (quantity === 'start-up') {
      const ready = this.real.readyAt[this.started++] ?? Number.POSITIVE_INFINITY;
      return Math.max(1, (this.variant.cuts ? Math.floor(ready / 1000) * 1000 : ready) - since);
    }
    if (quantity === 'exit') return Math.max(1, (this.real.goneAt[this.stopped++] ?? since) - since);
    return quantity === 'controller' || quantity === 'creation' ? this.variant.latency : 0;
  }
}

function planOf(shape: Shape): Plan {
  const { kind, replicas, rollingUpdate, minReadySeconds, parallel } = shape;
  const strategy = { type: 'RollingUpdate', rollingUpdate };
  const base = planFrom(
    { kind, replicas, minReadySeconds, strategy },
    { scenario: { nodes: NODES }, version: VERSION },
  );
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
  return {
    ...base,
    before: after,
    after,
    ordered: !parallel,
    updateHonoursMinReady: true,
  };
}

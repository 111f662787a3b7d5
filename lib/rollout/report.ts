import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import type { ObjectRef } from '../kubernetes/views/manifest';
import { boundsOf, type Verdict } from './bounds/bounds';
import { type Counterexample, counterexampleOf } from './bounds/counterexample';
import type { HazardKind } from './bounds/hazard';
import type { AssumptionMargin } from './bounds/margins';
import type { Cause } from './clients/losses';
import type { Plan, RolloutEvent } from './plan';
import { type PlanOptions, planOf } from './reading/read-plan';
import { type Estimate, type SimulateOptions, simulate } from './simulate';
import type { Timeline } from './timeline';

/** One way in which requests can be lost, and the number to change. */
export interface ReportedHazard {
  readonly kind: HazardKind;
  readonly cause: Cause;
  readonly why: string;
  readonly fix: string;
  /** Whether it happens with every assumption at its typical value. */
  readonly certain: boolean;
}

export interface ReportedBounds {
  /** Apart from stalls. */
  readonly worst: Exclude<Verdict, 'stalls'>;
  readonly certain: boolean;
  readonly assumptions: readonly AssumptionMargin[];
  readonly needs: readonly string[];
  readonly hazards: readonly ReportedHazard[];
  readonly stalls: readonly string[];
  readonly counterexample: Counterexample | null;
}

/** What the simulator says of one event of one workload: an item of `simulate -o json`. */
export interface WorkloadReport {
  readonly object: ObjectRef;
  readonly event: RolloutEvent;
  readonly verdict: Verdict;
  /** Whether requests reach the pods at all: where none do, none can be lost. */
  readonly served: boolean;
  /** Traffic route, strategy and replicas as they were resolved. */
  readonly read: {
    readonly route: string;
    readonly replicas: number;
    readonly maxSurge: number | null;
    readonly maxUnavailable: number | null;
    readonly knowsBefore: boolean;
  };
  readonly bounds: ReportedBounds;
  readonly estimate: Estimate;
  readonly minAvailable: number;
  readonly peakPods: number;
  readonly durationSeconds: { readonly p50: number; readonly max: number } | null;
  readonly timeline: Timeline;
}

/** Bounds and estimate of one event of one workload; undefined where it rolls nothing out. */
export function reportOf(
  set: ManifestSet,
  object: SetObject,
  options: PlanOptions & SimulateOptions = {},
): WorkloadReport | undefined {
  const plan = planOf(set, object, options);
  return plan === undefined ? undefined : reportOfPlan(plan, options);
}

/** Bounds and estimate of an event, from what was read. */
export function reportOfPlan(plan: Plan, options: SimulateOptions = {}): WorkloadReport {
  const { event = 'rollout' } = options;
  const { verdict, worst, certain, hazards, certainHazards, stalls, assumptions, needs } = boundsOf(plan, event);
  const { estimate, minAvailable, peakPods, durationSeconds, timeline } = simulate(plan, options);
  const { strategy } = plan;
  const rolling = strategy.type === 'RollingUpdate' ? strategy : undefined;
  return {
    object: plan.object,
    event,
    verdict,
    served: plan.served,
    read: {
      route: plan.route.name,
      replicas: plan.replicas,
      maxSurge: rolling?.surge ?? null,
      maxUnavailable: rolling?.unavailable ?? null,
      knowsBefore: plan.knowsBefore,
    },
    bounds: {
      worst,
      certain,
      assumptions,
      needs,
      hazards: hazards.map(({ kind, cause, why, fix }) => ({
        kind,
        cause,
        why,
        fix,
        certain: certainHazards.some((each) => each.kind === kind),
      })),
      stalls,
      counterexample: counterexampleOf(plan, event, hazards) ?? null,
    },
    estimate,
    minAvailable,
    peakPods,
    durationSeconds,
    timeline,
  };
}

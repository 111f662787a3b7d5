import type { Duration } from 'cdk8s';
import { checkArgument } from '../arguments/check';
import { list } from '../arguments/collections';
import { duration } from '../arguments/duration';
import { instanceOf } from '../arguments/instance';
import { oneOf, wholeNumber } from '../arguments/scalars';
import { nested, struct } from '../arguments/struct';
import { secondsOf } from '../arithmetic/seconds';

const LONGEST_PERIOD = 1800;
const LONGEST_WINDOW = 3600;

/** Which of several policies counts. */
export enum ScalingPolicySelect {
  /** The one that changes most. */
  MAX = 'Max',
  /** The one that changes least. */
  MIN = 'Min',
  /** None: the number of pods never changes in this direction. */
  DISABLED = 'Disabled',
}

/** How many pods may be added or taken away within a period. */
export class ScalingPolicy {
  /**
   * A number of pods.
   * @throws if there is none of them, or the period is not 1 to 1800 s
   */
  public static pods(count: number, period: Duration): ScalingPolicy {
    return ScalingPolicy.of('Pods', 'pods', count, period);
  }

  /**
   * A percentage of the pods that there are.
   * @throws if it is 0, or the period is not 1 to 1800 s
   */
  public static percent(percent: number, period: Duration): ScalingPolicy {
    return ScalingPolicy.of('Percent', 'percent', percent, period);
  }

  private static of(type: string, name: string, value: number, period: Duration): ScalingPolicy {
    checkArgument(`ScalingPolicy.${name}`, name, wholeNumber(1), value);
    checkArgument(`ScalingPolicy.${name}`, 'period', duration('Duration.seconds(60)'), period);
    const periodSeconds = secondsOf(period, 'period');
    if (periodSeconds < 1 || periodSeconds > LONGEST_PERIOD) {
      throw new Error(`ScalingPolicy.${name}: 'period' (${periodSeconds}s) must be from 1 s to ${LONGEST_PERIOD} s`);
    }
    return new ScalingPolicy({ type, value, periodSeconds });
  }

  private constructor(
    /** @internal */
    public readonly _json: Readonly<Record<string, unknown>>,
  ) {}
}

/** How fast the number of pods changes in one direction. */
export interface ScalingRules {
  /**
   * How long the autoscaler looks back: up, the least that was asked for in this time counts, down, the most.
   * @default - down: Duration.seconds(300); up: the autoscaler's own, at once
   */
  readonly stabilization?: Duration;
  /**
   * How many pods may be added or taken away within a period.
   * @default - the autoscaler's own: up 4 pods or 100% in 15 s, down 100% in 15 s
   */
  readonly policies?: ScalingPolicy[];
  /**
   * Which of several policies counts.
   * @default ScalingPolicySelect.MAX
   */
  readonly selectPolicy?: ScalingPolicySelect;
}

/** How fast the number of pods follows the load. */
export interface ScalingBehavior {
  /**
   * How pods are added.
   * @default - as the autoscaler does by itself
   */
  readonly scaleUp?: ScalingRules;
  /**
   * How pods are taken away.
   * @default - no sooner than after 300 s of low load
   */
  readonly scaleDown?: ScalingRules;
}

export const SCALING_POLICY = instanceOf(ScalingPolicy, {
  wanted: 'a ScalingPolicy',
  give: 'ScalingPolicy.pods(4, Duration.seconds(60))',
});

/** @throws if the window is longer than the API server takes */
export function scalingRulesJson(
  { stabilization, policies, selectPolicy }: ScalingRules,
  direction: string,
): Readonly<Record<string, unknown>> {
  const window = stabilization && secondsOf(stabilization, `${direction}.stabilization`);
  if (window !== undefined && window > LONGEST_WINDOW) {
    throw new Error(`'behavior.${direction}.stabilization' (${window}s) must be at most ${LONGEST_WINDOW} s: lower it`);
  }
  if (policies?.length === 0) throw new Error(`'behavior.${direction}.policies' is empty: give one, or leave it out`);
  return {
    ...(window !== undefined && { stabilizationWindowSeconds: window }),
    ...(policies !== undefined && { policies: policies.map(({ _json }) => _json) }),
    ...(selectPolicy !== undefined && { selectPolicy }),
  };
}

export const SCALING_RULES = struct<ScalingRules>('ScalingRules', {
  stabilization: duration('Duration.seconds(300)'),
  policies: list(SCALING_POLICY),
  selectPolicy: oneOf('ScalingPolicySelect', ScalingPolicySelect),
});

export const SCALING_BEHAVIOR = struct<ScalingBehavior>('ScalingBehavior', {
  scaleUp: nested(SCALING_RULES),
  scaleDown: nested(SCALING_RULES),
});

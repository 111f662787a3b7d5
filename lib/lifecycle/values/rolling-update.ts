import { checkOptions } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { struct } from '../arguments/struct';
import { DEFAULTS } from '../documented-defaults';
import { POD_AMOUNT, PodAmount } from './pod-amount';

/** The two numbers of a rolling update. */
export interface RollingUpdateOptions {
  /**
   * How many pods may run beside the desired ones. Percentages round up.
   * @default PodAmount.pods(1)
   */
  readonly maxSurge?: PodAmount;
  /**
   * How many of the desired pods may be missing. Percentages round down (for a NodeAgent up).
   * @default - 1 from three replicas on, else 0
   */
  readonly maxUnavailable?: PodAmount;
}

export const ROLLING_UPDATE_OPTIONS = struct<RollingUpdateOptions>('RollingUpdateOptions', {
  maxSurge: POD_AMOUNT,
  maxUnavailable: POD_AMOUNT,
});

/**
 * How old pods are replaced by new ones. Pods that are still terminating do not count: more than maxSurge can be alive.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export class RollingUpdate {
  /**
   * Sets one or both numbers.
   * @throws if both are 0, since no pod could then be replaced
   */
  public static of(options: RollingUpdateOptions): RollingUpdate {
    const { maxSurge, maxUnavailable } = checkOptions('RollingUpdate.of', ROLLING_UPDATE_OPTIONS, options);
    if (maxSurge?._isZero && maxUnavailable?._isZero) {
      throw new Error(
        `'maxSurge' (${maxSurge}) and 'maxUnavailable' (${maxUnavailable}) are both zero, so no pod could be replaced: give one of them at least 1`,
      );
    }
    return new RollingUpdate(maxSurge, maxUnavailable);
  }

  /** One pod more, none missing: the desired pods serve at every moment. */
  public static fullCapacity(): RollingUpdate {
    return new RollingUpdate(PodAmount.pods(1), PodAmount.pods(0));
  }

  private constructor(
    /** @internal */
    public readonly _maxSurge: PodAmount | undefined,
    /** @internal */
    public readonly _maxUnavailable: PodAmount | undefined,
  ) {}
}

export const ROLLING_UPDATE = instanceOf(RollingUpdate, {
  wanted: 'a RollingUpdate',
  give: 'RollingUpdate.of({ maxSurge: PodAmount.pods(1) })',
});

/** How many pods may be missing by default: one from three replicas on, else none. */
export function defaultMaxUnavailable(replicas: number): number {
  const { fromReplicas, many, few } = DEFAULTS.maxUnavailable.value;
  return replicas >= fromReplicas ? many : few;
}

import { checkArgument } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { text } from '../arguments/scalars';
import { percentOf } from '../arithmetic/rounding';
import { amountFrom, POD_AMOUNT, PodAmount } from './pod-amount';

/** The one number of a PodDisruptionBudget, by its field. */
type Limit = { readonly maxUnavailable: PodAmount } | { readonly minAvailable: PodAmount };

/**
 * How many pods a node drain may take at once.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets
 */
export class DisruptionBudget {
  /**
   * So many of the desired pods may be missing. Right for any number of replicas; percentages round up.
   * @throws if it lets none go, since every node drain would hang
   */
  public static maxUnavailable(amount: PodAmount): DisruptionBudget {
    checkArgument('DisruptionBudget.maxUnavailable', 'amount', POD_AMOUNT, amount);
    if (amount._isZero) throw new Error(blocked('maxUnavailable', amount, 'allow at least one pod to go'));
    return new DisruptionBudget({ maxUnavailable: amount }, undefined);
  }

  /**
   * So many pods must stay. It must be less than the replicas, and lets more go as they grow; percentages round up.
   * @throws if it lets none go, since every node drain would hang
   */
  public static minAvailable(amount: PodAmount): DisruptionBudget {
    checkArgument('DisruptionBudget.minAvailable', 'amount', POD_AMOUNT, amount);
    if ((percentOf(amount._value) ?? 0) >= 100) throw new Error(blocked('minAvailable', amount, 'lower it'));
    return new DisruptionBudget({ minAvailable: amount }, undefined);
  }

  /**
   * No PodDisruptionBudget: a node drain may take all pods at once. The reason acknowledges the rule `budget-exists`,
   * and stands in the manifest where the rule asks for a budget.
   *
   * @param reason why that is right here, or what makes the budget instead
   * @throws if there is no reason
   */
  public static none(reason: string): DisruptionBudget {
    checkArgument('DisruptionBudget.none', 'reason', text('why there is no budget'), reason);
    if (reason.trim() === '')
      throw new Error('DisruptionBudget.none is given no reason: say why a node drain may take all pods at once');
    return new DisruptionBudget(undefined, reason);
  }

  private constructor(
    /** @internal */
    public readonly _limit: Limit | undefined,
    /** @internal */
    public readonly _reason: string | undefined,
  ) {}
}

export const DISRUPTION_BUDGET = instanceOf(DisruptionBudget, {
  wanted: 'a DisruptionBudget',
  give: 'DisruptionBudget.maxUnavailable(PodAmount.pods(1))',
  from: (value) => {
    const amount = amountFrom(value instanceof PodAmount ? value._value : value);
    return amount && `DisruptionBudget.maxUnavailable(${amount})`;
  },
});

function blocked(field: string, amount: PodAmount, fix: string): string {
  return `'${field}' (${amount}) would block every node drain: ${fix}, or give DisruptionBudget.none('<reason>')`;
}

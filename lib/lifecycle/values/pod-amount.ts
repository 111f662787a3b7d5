import { checkArgument } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { wholeNumber } from '../arguments/scalars';
import { type IntOrPercent, percentOf } from '../arithmetic/rounding';

/** A number of pods, or a percentage of the desired ones; how a percentage is rounded depends on the controller. */
export class PodAmount {
  /**
   * An absolute number of pods.
   * @throws if it is not a whole number, 0 or more
   */
  public static pods(count: number): PodAmount {
    checkArgument('PodAmount.pods', 'pods', wholeNumber(), count);
    return new PodAmount(count);
  }

  /**
   * A percentage of the desired pods.
   * @throws if it is not a whole number, 0 or more
   */
  public static percent(percent: number): PodAmount {
    checkArgument('PodAmount.percent', 'percent', wholeNumber(), percent);
    return new PodAmount(`${percent}%`);
  }

  /** @internal */
  public readonly _value: IntOrPercent;

  private constructor(value: IntOrPercent) {
    this._value = value;
  }

  /**
   * Whether the amount is nothing, as the API server sees it: 0 or 0%.
   * @internal
   */
  public get _isZero(): boolean {
    return (percentOf(this._value) ?? this._value) === 0;
  }

  /** Prints the amount as Kubernetes writes it: `1` or `25%`. */
  public toString(): string {
    return String(this._value);
  }
}

export const POD_AMOUNT = instanceOf(PodAmount, {
  wanted: 'a PodAmount',
  give: 'PodAmount.pods(1)',
  from: amountFrom,
});

/** How an amount is written that someone gave as a number or as text: `PodAmount.percent(25)` of `25%`. */
export function amountFrom(value: unknown): string | undefined {
  if (typeof value === 'number') return `PodAmount.pods(${value})`;
  const percent = percentOf(value);
  return percent === undefined ? undefined : `PodAmount.percent(${percent})`;
}

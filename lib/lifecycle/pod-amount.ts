import { checkCount } from './numbers';
import { type IntOrPercent, percentOf } from './rounding';

/** A number of pods, or a percentage of the desired ones; how a percentage is rounded depends on the controller. */
export class PodAmount {
  /**
   * An absolute number of pods.
   * @throws if it is not a whole number, 0 or more
   */
  public static pods(count: number): PodAmount {
    return new PodAmount(checkCount(count, 'pods'));
  }

  /**
   * A percentage of the desired pods.
   * @throws if it is not a whole number, 0 or more
   */
  public static percent(percent: number): PodAmount {
    return new PodAmount(`${checkCount(percent, 'percent')}%`);
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

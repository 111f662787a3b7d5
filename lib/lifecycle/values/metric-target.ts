import { checkArgument } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { quantity, wholeNumber } from '../arguments/scalars';

/** Which of its three numbers a target gives, by its type in the manifest. */
export type MetricTargetType = 'Utilization' | 'AverageValue' | 'Value';

const FIELDS = { Utilization: 'averageUtilization', AverageValue: 'averageValue', Value: 'value' } as const;

/**
 * The target value of a metric.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
 */
export class MetricTarget {
  /**
   * So many percent of what the pods request, on average.
   * @throws if it is not a whole number, 1 or more
   */
  public static utilization(percent: number): MetricTarget {
    checkArgument('MetricTarget.utilization', 'percent', wholeNumber(1), percent);
    return new MetricTarget('Utilization', percent);
  }

  /** So much for each pod, on average, such as `100` or `500m`. */
  public static averageValue(amount: string): MetricTarget {
    checkArgument('MetricTarget.averageValue', 'amount', quantity('500m'), amount);
    return new MetricTarget('AverageValue', amount);
  }

  /** So much in all, whatever the number of pods. */
  public static value(amount: string): MetricTarget {
    checkArgument('MetricTarget.value', 'amount', quantity('500m'), amount);
    return new MetricTarget('Value', amount);
  }

  private constructor(
    /** @internal */
    public readonly _type: MetricTargetType,
    private readonly amount: number | string,
  ) {}

  /** @internal */
  public get _json(): Readonly<Record<string, unknown>> {
    return { type: this._type, [FIELDS[this._type]]: this.amount };
  }

  /** Prints the target as it is made: `averageValue 500m`. */
  public toString(): string {
    const name = this._type === 'Utilization' ? 'utilization' : FIELDS[this._type];
    return `${name} ${this.amount}${this._type === 'Utilization' ? '%' : ''}`;
  }
}

export const METRIC_TARGET = instanceOf(MetricTarget, {
  wanted: 'a MetricTarget',
  give: "MetricTarget.averageValue('100')",
  from: (value) => (typeof value === 'number' ? `MetricTarget.averageValue('${value}')` : undefined),
});

import { checkOptions } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { required } from '../arguments/kind';
import { number } from '../arguments/scalars';
import { struct } from '../arguments/struct';

/** What the pods must carry, and what one of them carries; in one unit of your choice, such as requests a second. */
export interface CapacityOptions {
  /** The highest load to be expected. */
  readonly peak: number;
  /** The load that one pod carries. */
  readonly perReplica: number;
}

export const CAPACITY_OPTIONS = struct<CapacityOptions>('CapacityOptions', {
  peak: required(number('the highest load to be expected, such as 900')),
  perReplica: required(number('the load that one pod carries, such as 300')),
});

/** The load of a service at its peak: how many pods must serve at every moment. */
export class Capacity {
  /**
   * Declares the peak and what one pod carries, in the same unit.
   * @throws if one of them is not above 0
   */
  public static of(options: CapacityOptions): Capacity {
    const { peak, perReplica } = checkOptions('Capacity.of', CAPACITY_OPTIONS, options);
    for (const [name, value] of Object.entries({ peak, perReplica })) {
      if (!(value > 0 && Number.isFinite(value))) throw new Error(`'${name}' (${value}) must be a number above 0`);
    }
    return new Capacity(peak, perReplica);
  }

  private constructor(
    /** The highest load to be expected. */
    public readonly peak: number,
    /** The load that one pod carries. */
    public readonly perReplica: number,
  ) {}

  /** The least number of pods that carry the peak. */
  public get requiredReplicas(): number {
    return Math.ceil(this.peak / this.perReplica);
  }
}

export const CAPACITY = instanceOf(Capacity, {
  wanted: 'a Capacity',
  give: 'Capacity.of({ peak: 900, perReplica: 300 })',
});

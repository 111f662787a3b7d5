import { checkArgument } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { text } from '../arguments/scalars';

/**
 * Every old pod ends before the first new one starts, so two versions never run together, and none serves in between:
 * each update is an outage as long as a stop and a start.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment
 */
export class Recreate {
  /**
   * Accepts the outage of each update.
   * @param reason why two versions must never run together; it is written into the manifest
   * @throws if there is no reason
   */
  public static because(reason: string): Recreate {
    checkArgument('Recreate.because', 'reason', text('why two versions must never run together'), reason);
    if (reason.trim() === '')
      throw new Error(
        'Recreate is an outage at each update and needs a reason: say why two versions must never run together',
      );
    return new Recreate(reason);
  }

  private constructor(
    /** Why two versions must never run together. */
    public readonly reason: string,
  ) {}
}

export const RECREATE = instanceOf(Recreate, {
  wanted: 'a Recreate',
  give: "Recreate.because('two versions must never run together: ...')",
  from: (value) => (value === 'Recreate' ? "Recreate.because('two versions must never run together: ...')" : undefined),
});

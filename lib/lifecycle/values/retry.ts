import { checkOptions } from '../arguments/check';
import { list } from '../arguments/collections';
import { instanceOf } from '../arguments/instance';
import { required } from '../arguments/kind';
import { flag, number, wholeNumber } from '../arguments/scalars';
import { struct } from '../arguments/struct';
import { DEFAULTS } from '../documented-defaults';

/** How a job goes on after failures. */
export interface RetryOptions {
  /**
   * Failures after which the job has failed.
   * @default 6
   */
  readonly limit?: number;
  /**
   * Exit codes after which the job has failed at once, since trying again cannot help. Needs JobRestartPolicy.NEVER.
   * @default - none
   */
  readonly failOnExitCodes?: number[];
  /**
   * Whether a pod that was evicted, preempted or lost with its node does not count as a failure. Needs JobRestartPolicy.NEVER.
   * @default false
   */
  readonly ignoreDisruptions?: boolean;
}

/** How an indexed job goes on after failures, index by index. */
export interface RetryPerIndexOptions {
  /** Failures after which an index has failed. */
  readonly limit: number;
  /**
   * Failed indexes after which the job has failed.
   * @default - all may fail before the job ends
   */
  readonly maxFailedIndexes?: number;
}

export const RETRY_OPTIONS = struct<RetryOptions>('RetryOptions', {
  limit: wholeNumber(),
  failOnExitCodes: list(number()),
  ignoreDisruptions: flag(),
});

export const RETRY_PER_INDEX_OPTIONS = struct<RetryPerIndexOptions>('RetryPerIndexOptions', {
  limit: required(wholeNumber(0, 'the failures after which an index has failed')),
  maxFailedIndexes: wholeNumber(),
});

/**
 * How often a job tries again.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy
 */
export class Retry {
  /**
   * Counts failures over the whole job.
   * @throws if the limit is negative, or an exit code is none from 1 to 255
   */
  public static of(options: RetryOptions = {}): Retry {
    const {
      limit = DEFAULTS.backoffLimit.value,
      failOnExitCodes = [],
      ignoreDisruptions = false,
    } = checkOptions('Retry.of', RETRY_OPTIONS, options);
    const codes = [...new Set(failOnExitCodes)].sort((a, b) => a - b);
    const wrong = codes.find((code) => !Number.isInteger(code) || code < 1 || code > 255);
    if (wrong !== undefined)
      throw new Error(`'failOnExitCodes' has ${wrong}, and an exit code of a failure is from 1 to 255`);
    return new Retry(limit, undefined, codes, ignoreDisruptions);
  }

  /** Never tries again: the first failure ends the job. */
  public static none(): Retry {
    return Retry.of({ limit: 0 });
  }

  /** Counts failures for each index of an indexed job by itself. */
  public static perIndex(options: RetryPerIndexOptions): Retry {
    const { limit, maxFailedIndexes } = checkOptions('Retry.perIndex', RETRY_PER_INDEX_OPTIONS, options);
    return new Retry(undefined, { limit, maxFailed: maxFailedIndexes }, [], false);
  }

  private constructor(
    /** @internal */
    public readonly _limit: number | undefined,
    /** @internal */
    public readonly _perIndex: { readonly limit: number; readonly maxFailed: number | undefined } | undefined,
    /** @internal */
    public readonly _failOnExitCodes: readonly number[],
    /** @internal */
    public readonly _ignoreDisruptions: boolean,
  ) {}

  /**
   * Whether the retry needs a podFailurePolicy, and so pods that are never restarted in place.
   * @internal
   */
  public get _needsNever(): boolean {
    return this._failOnExitCodes.length > 0 || this._ignoreDisruptions;
  }
}

export const RETRY = instanceOf(Retry, {
  wanted: 'a Retry',
  give: 'Retry.of({ limit: 3 })',
  from: (value) => (typeof value === 'number' ? `Retry.of({ limit: ${value} })` : undefined),
});

/** What happens when a run is due while the last one is still going. */
export enum ConcurrencyPolicy {
  /** The new run is left out. */
  FORBID = 'Forbid',
  /** Both run. */
  ALLOW = 'Allow',
  /** The old run is stopped. */
  REPLACE = 'Replace',
}

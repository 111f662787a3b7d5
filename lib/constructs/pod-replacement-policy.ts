/** When a job replaces a pod that is on its way out. */
export enum PodReplacementPolicy {
  /** Once it has ended: two pods never work on the same item. */
  FAILED = 'Failed',
  /** As soon as it is deleted: for a while two may run. */
  TERMINATING_OR_FAILED = 'TerminatingOrFailed',
}

/** Whether the pods of a StatefulService start and stop one after the other. An update replaces them one by one either way. */
export enum PodManagementPolicy {
  /** One after the other, by ordinal: each waits until the one before it is Ready. */
  ORDERED_READY = 'OrderedReady',
  /** All at once. */
  PARALLEL = 'Parallel',
}

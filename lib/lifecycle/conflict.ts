/** Values of a construct that are impossible together. */
export interface Conflict {
  /** One sentence, with both numbers and what to do. */
  readonly message: string;
  /** The fields of the manifest that they are written to: of the pod spec. */
  readonly pod?: readonly string[];
  /** Of the spec of the workload, or of the Job that a schedule makes. */
  readonly workload?: readonly string[];
}

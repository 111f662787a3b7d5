/** What happens to a job's container that failed. There is no Always: the API server refuses it for a job. */
export enum JobRestartPolicy {
  /** The container is started again in the same pod. */
  ON_FAILURE = 'OnFailure',
  /** The pod stays as it is, with its logs, and the job makes another. */
  NEVER = 'Never',
}

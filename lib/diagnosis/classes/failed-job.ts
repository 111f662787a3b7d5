import type { StatusCondition } from '../evidence/condition';
import type { ObservedObject } from '../evidence/observed-object';
import { JOB_PAGES, jobFailure, jobProof } from '../reading/job-status';
import { type JobFailureCause, jobFailureCause } from '../reading/messages/job-failure';
import { inQuotes } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

/** A Job that has failed for one cause. */
interface FailedJob extends Pick<Diagnosis, 'id' | 'title' | 'why' | 'fix' | 'evidence'> {
  /** The cause that it stands for. */
  readonly failure: JobFailureCause;
  readonly preventedBy: string;
  readonly field: (condition: StatusCondition) => string | undefined;
  says(subject: ObservedObject): string;
}

/** Makes a diagnosis of a Job that has failed: it explains its CronJob, and its failed pods explain it. */
export function defineFailedJob({ failure, preventedBy, field: fieldOf, says, ...rest }: FailedJob): Diagnosis {
  return defineDiagnosis({
    ...rest,
    topic: 'jobs',
    kinds: ['Job'],
    outcome: 'failed',
    role: 'link',
    patience: { seconds: 0, final: true },
    see: JOB_PAGES,
    match(subject) {
      const condition = jobFailure(subject);
      if (condition === undefined || jobFailureCause(condition.reason, condition.message) !== failure) return undefined;
      const field = fieldOf(condition);
      return {
        cause: `Job ${inQuotes(subject.ref.name)} has failed: ${says(subject)}`,
        ...jobProof(subject, condition),
        ...(field === undefined ? {} : { field }),
        preventedBy,
        sameAs: rest.id,
      };
    },
  });
}

import { listOf, stringOf } from '../../../kubernetes/views/json';
import type { Evidence } from '../../evidence/evidence';
import type { ObservedObject } from '../../evidence/observed-object';
import { DAY, timeOf } from '../../evidence/time';
import { jobFailure } from '../../reading/job-status';
import { describe, get } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** The failed Job of a CronJob that is its newest. */
function lastFailedRun(subject: ObservedObject, evidence: Evidence): ObservedObject | undefined {
  const jobs = [...evidence.ownedOf(subject)]
    .filter(({ ref }) => ref.kind === 'Job')
    .sort((a, b) => (b.created ?? 0) - (a.created ?? 0));
  const newest = jobs[0];
  return newest !== undefined && jobFailure(newest) !== undefined ? newest : undefined;
}

export const CRON_JOB_LAST_RUN_FAILED = defineDiagnosis({
  id: 'CronJobLastRunFailed',
  topic: 'jobs',
  kinds: ['CronJob'],
  outcome: 'failed',
  role: 'symptom',
  patience: { seconds: 120 },
  title: 'The last run of the CronJob did not succeed',
  why: 'The last run began after the last success and is no longer active; or it has been running for more than a day, and with Forbid blocks all later runs.',
  fix: 'Read the log of its last Job; failedJobsHistoryLimit says how many are kept.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/'],
  evidence: yaml`
    apiVersion: batch/v1
    kind: CronJob
    metadata: { name: report, namespace: shop, creationTimestamp: '2026-08-01T10:00:00Z' }
    spec: { schedule: '0 * * * *' }
    status: { lastScheduleTime: '2026-09-01T10:00:00Z', lastSuccessfulTime: '2026-09-01T09:00:20Z' }
  `,
  match(subject, evidence) {
    const { status, ref } = subject;
    const scheduled = timeOf(status.lastScheduleTime);
    const succeeded = timeOf(status.lastSuccessfulTime);
    const active = listOf(status.active).length;
    const failed = lastFailedRun(subject, evidence);
    // Before batch/v1 the status had no time of success.
    const isTold =
      ref.apiVersion === 'batch/v1' && scheduled !== undefined && (succeeded === undefined || succeeded < scheduled);
    const lasted = evidence.since(scheduled);
    const hangs = active > 0 && lasted !== undefined && lasted > DAY;
    if (failed === undefined && !(isTold && (active === 0 || hangs))) return undefined;
    const what =
      failed !== undefined
        ? `its last run, Job ${inQuotes(failed.ref.name)}, has failed`
        : hangs
          ? `its last run is still active after ${shownDuration(lasted)}`
          : succeeded === undefined
            ? 'its last run did not succeed, and neither did any before'
            : 'its last run did not succeed';
    return {
      cause: `CronJob ${inQuotes(ref.name)}: ${what}`,
      proof: [
        `lastScheduleTime ${stringOf(status.lastScheduleTime) ?? 'none'}, lastSuccessfulTime ${stringOf(status.lastSuccessfulTime) ?? 'none'}, ${active} active`,
      ],
      command: get(ref.namespace, 'jobs', null, '--sort-by=.metadata.creationTimestamp'),
      more: [describe(ref)],
      ...(hangs ? { preventedBy: 'job-has-a-deadline' } : {}),
      ...(failed === undefined ? { severity: 'warning' as const } : {}),
      sameAs: 'last run',
    };
  },
});

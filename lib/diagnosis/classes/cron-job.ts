import { listOf, stringOf } from '../../kubernetes/json';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import { DAY, timeOf } from '../evidence/time';
import { describe, get } from '../telling/command';
import { duration, quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';
import { jobFailure } from './job';

const CRON_SEE = ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/'];
const CRON_KINDS = ['CronJob'];

const cronExample = (status: string, spec = '') => `apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop, creationTimestamp: '2026-08-01T10:00:00Z' }
spec: { schedule: '0 * * * *'${spec} }
status: ${status}
`;

/** The failed Job of a CronJob that is its newest. */
function lastFailedRun(subject: ObservedObject, evidence: Evidence): ObservedObject | undefined {
  const jobs = [...evidence.ownedOf(subject)]
    .filter(({ ref }) => ref.kind === 'Job')
    .sort((a, b) => (b.created ?? 0) - (a.created ?? 0));
  const newest = jobs[0];
  return newest !== undefined && jobFailure(newest) !== undefined ? newest : undefined;
}

/** CronJobs. */
export const CRON_JOB_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'CronJobSuspended',
    kinds: CRON_KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The CronJob is suspended',
    why: 'No run starts while suspend is true; runs that are missed meanwhile count as missed.',
    fix: 'Set suspend to false.',
    see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-suspension'],
    evidence: cronExample('{}', ', suspend: true'),
    match: (subject) =>
      subject.spec.suspend === true
        ? {
            cause: `CronJob ${quoted(subject.ref.name)} is suspended: no run starts`,
            proof: ['spec.suspend true'],
            command: describe(subject.ref),
            field: 'spec.suspend',
            sameAs: 'suspended',
          }
        : undefined,
  }),
  defineDiagnosis({
    id: 'CronJobLastRunFailed',
    kinds: CRON_KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The last run of the CronJob did not succeed',
    why: 'The last run began after the last success, and is not active any more; or it has been at work for more than a day, and with Forbid keeps all later runs from starting.',
    fix: 'Read the log of its last Job; failedJobsHistoryLimit says how many are kept.',
    see: CRON_SEE,
    evidence: cronExample("{ lastScheduleTime: '2026-09-01T10:00:00Z', lastSuccessfulTime: '2026-09-01T09:00:20Z' }"),
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
          ? `its last run, Job ${quoted(failed.ref.name)}, has failed`
          : hangs
            ? `its last run is still active after ${duration(lasted)}`
            : succeeded === undefined
              ? 'its last run did not succeed, and none did before'
              : 'its last run did not succeed';
      return {
        cause: `CronJob ${quoted(ref.name)}: ${what}`,
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
  }),
  defineDiagnosis({
    id: 'CronJobNeverScheduled',
    kinds: CRON_KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The CronJob has not started a run yet',
    why: 'It is new, its schedule has not come yet or never comes, or every start was missed.',
    fix: 'Compare schedule and timeZone with the clock; look for events such as TooManyMissedTimes and UnparseableSchedule.',
    see: CRON_SEE,
    evidence: cronExample('{}'),
    match(subject, evidence) {
      if (subject.status.lastScheduleTime !== undefined && subject.status.lastScheduleTime !== null) return undefined;
      const age = evidence.since(subject.created);
      const event = evidence.event(subject, {
        reason: [
          'UnparseableSchedule',
          'UnknownTimeZone',
          'TooManyMissedTimes',
          'MissSchedule',
          'FailedCreate',
          'JobAlreadyActive',
        ],
      });
      const zone = stringOf(subject.spec.timeZone);
      return {
        cause: `CronJob ${quoted(subject.ref.name)} has not started a run yet${age === undefined ? '' : ` in ${duration(age)}`}; its schedule is ${quoted(stringOf(subject.spec.schedule))}${zone === undefined ? ', in the time zone of the controller' : ` in ${zone}`}`,
        proof: [event === undefined ? 'no lastScheduleTime' : showEvent(event)],
        command: describe(subject.ref),
        field: zone !== undefined && event?.reason === 'UnknownTimeZone' ? 'spec.timeZone' : 'spec.schedule',
        preventedBy: 'schedule-fires',
        ...(event !== undefined || (age !== undefined && age > DAY) ? { severity: 'warning' as const } : {}),
        sameAs: 'never',
      };
    },
  }),
];

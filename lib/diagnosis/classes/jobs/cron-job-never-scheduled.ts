import { stringOf } from '../../../kubernetes/views/json';
import { showEvent } from '../../evidence/cluster-event';
import { DAY } from '../../evidence/time';
import { describe } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const CRON_JOB_NEVER_SCHEDULED = defineDiagnosis({
  id: 'CronJobNeverScheduled',
  topic: 'jobs',
  kinds: ['CronJob'],
  outcome: 'waiting',
  role: 'alone',
  title: 'The CronJob has not started a run yet',
  why: 'It is new, its schedule is not due yet or never will be, or every start was missed.',
  fix: 'Compare schedule and timeZone with the clock; look for events such as TooManyMissedTimes and UnparseableSchedule.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/'],
  evidence: yaml`
    apiVersion: batch/v1
    kind: CronJob
    metadata: { name: report, namespace: shop, creationTimestamp: '2026-08-01T10:00:00Z' }
    spec: { schedule: '0 * * * *' }
    status: {}
  `,
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
      cause: `CronJob ${inQuotes(subject.ref.name)} has not started a run yet${age === undefined ? '' : ` in ${shownDuration(age)}`}; its schedule is ${inQuotes(stringOf(subject.spec.schedule))}${zone === undefined ? ', in the time zone of the controller' : ` in ${zone}`}`,
      proof: [event === undefined ? 'no lastScheduleTime' : showEvent(event)],
      command: describe(subject.ref),
      field: zone !== undefined && event?.reason === 'UnknownTimeZone' ? 'spec.timeZone' : 'spec.schedule',
      preventedBy: 'schedule-fires',
      ...(event !== undefined || (age !== undefined && age > DAY) ? { severity: 'warning' as const } : {}),
      sameAs: 'never',
    };
  },
});

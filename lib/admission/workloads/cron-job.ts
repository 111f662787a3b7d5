import { parseCron } from '../../kubernetes/text/cron-schedule';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain } from '../names';
import { defaultPodTemplate } from '../pod/defaults';
import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type { CronJob, CronJobSpec } from '../structure/generated/types';
import { withConditionStatus } from './job';
import { validateJobSpec } from './job-spec';
import { isTimeZone } from './time-zone';

/** Source: batch/v1/defaults.go SetDefaults_CronJob, batch/validation ValidateCronJobCreate. */
export const cronJob = defineKind<CronJob>({
  podSpec: 'spec.jobTemplate.spec.template.spec',
  setsGenerationFrom: 28,
  // The other fields of a job spec are dropped when the Job is created.
  dropped: [['WorkloadWithJob', 'spec.jobTemplate.spec.scheduling']],
  default: (object, report) => {
    const spec = object.spec ?? {};
    const jobSpec = spec.jobTemplate?.spec ?? {};
    return {
      ...object,
      spec: {
        ...spec,
        concurrencyPolicy: spec.concurrencyPolicy || 'Allow',
        // The defaults of a Job come when the Job is created.
        jobTemplate: {
          ...spec.jobTemplate,
          spec: {
            ...jobSpec,
            podFailurePolicy: report.isAtLeast(34) ? withConditionStatus(jobSpec) : jobSpec.podFailurePolicy,
            template: defaultPodTemplate(jobSpec.template ?? {}, report),
          },
        },
      },
    };
  },
  validate: ({ metadata = {}, spec = {} }, report, old) => {
    validateMetadata(metadata, true, dnsSubdomain, report);
    const name = metadata.name ?? '';
    if (old === undefined && name.length > 52)
      report.invalid(
        'metadata.name',
        name,
        `must be at most 52 characters long: its Jobs add 11, and theirs are at most 63`,
      );
    validateSpec(spec, report, old?.spec);
  },
});

function validateSpec(spec: CronJobSpec, report: Report, old: CronJobSpec | undefined): void {
  const { schedule = '', timeZone, jobTemplate = {} } = spec;
  if (schedule === '') report.required('spec.schedule');
  else validateSchedule(schedule, timeZone, old?.schedule?.includes('TZ') === true, report);
  validateNonnegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds', report);
  if (timeZone !== undefined && timeZone !== old?.timeZone && !isTimeZone(timeZone))
    report.invalid('spec.timeZone', timeZone, 'must be the name of a time zone such as "Etc/UTC" or "Europe/Berlin"');
  report.oneOf('spec.concurrencyPolicy', spec.concurrencyPolicy, ['Allow', 'Forbid', 'Replace']);
  const { selector, manualSelector } = jobTemplate.spec ?? {};
  validateJobSpec(jobTemplate.spec ?? {}, 'spec.jobTemplate.spec', report);
  if (selector !== undefined)
    report.invalid('spec.jobTemplate.spec.selector', selector, 'must not be set: it is generated');
  if (manualSelector === true) report.notSupported('spec.jobTemplate.spec.manualSelector', true, ['nil', 'false']);
  validateNonnegative(spec.successfulJobsHistoryLimit, 'spec.successfulJobsHistoryLimit', report);
  validateNonnegative(spec.failedJobsHistoryLimit, 'spec.failedJobsHistoryLimit', report);
}

function validateSchedule(schedule: string, timeZone: string | undefined, hadZone: boolean, report: Report): void {
  const parsed = parseCron(schedule);
  if (typeof parsed === 'string') report.invalid('spec.schedule', schedule, `must be a cron schedule: ${parsed}`);
  // Until 1.28 a zone in the schedule was accepted unless there was a timeZone too; one that is there may stay.
  if (schedule.includes('TZ') && (timeZone !== undefined || (report.isAtLeast(29) && !hadZone)))
    report.invalid('spec.schedule', schedule, 'must have no time zone in it: use the field timeZone');
}

import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const CRON_JOB_SUSPENDED = defineDiagnosis({
  id: 'CronJobSuspended',
  topic: 'jobs',
  kinds: ['CronJob'],
  outcome: 'waiting',
  role: 'alone',
  title: 'The CronJob is suspended',
  why: 'No run starts while suspend is true; runs due meanwhile count as missed.',
  fix: 'Set suspend to false.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-suspension'],
  evidence: yaml`
    apiVersion: batch/v1
    kind: CronJob
    metadata: { name: report, namespace: shop, creationTimestamp: '2026-08-01T10:00:00Z' }
    spec: { schedule: '0 * * * *', suspend: true }
    status: {}
  `,
  match: (subject) =>
    subject.spec.suspend === true
      ? {
          cause: `CronJob ${inQuotes(subject.ref.name)} is suspended: no run starts`,
          proof: ['spec.suspend true'],
          command: describe(subject.ref),
          field: 'spec.suspend',
          sameAs: 'suspended',
        }
      : undefined,
});

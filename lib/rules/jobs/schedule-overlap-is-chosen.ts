import { changeField } from '../../fixing/change';
import { stringOf } from '../../kubernetes/views/json';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { isSchedule } from '../reading/schedule';
import { defineRule } from '../rule';

export const scheduleOverlapIsChosen = defineRule({
  id: 'schedule-overlap-is-chosen',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'info',
  title: 'A schedule says whether its runs may overlap',
  why: 'By default a run starts though the one before it still runs: two work on the same data, and slow runs pile up.',
  fix: 'Set `concurrencyPolicy: Forbid`; or `Allow`, where overlap is meant.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy'],
  bad: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: '0 3 * * *'
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  good: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: '0 3 * * *'
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: isSchedule,
  *check({ workload }) {
    if (stringOf(workload.spec.concurrencyPolicy)) return;
    yield { message: 'concurrencyPolicy is left to the default Allow, so slow runs overlap', path: 'spec' };
  },
  autofix: () => changeField('spec.concurrencyPolicy', DEFAULTS.concurrencyPolicy.value),
});

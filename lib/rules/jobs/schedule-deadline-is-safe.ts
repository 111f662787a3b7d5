import { changeField } from '../../fixing/change';
import { integerOf } from '../../kubernetes/views/json';
import { DEFAULTS, LIMITS } from '../../lifecycle/documented-defaults';
import { isSchedule } from '../reading/schedule';
import { defineRule } from '../rule';

export const scheduleDeadlineIsSafe = defineRule({
  id: 'schedule-deadline-is-safe',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'warning',
  title: 'A scheduled run may start some seconds late',
  why: 'The CronJob controller looks at schedules every 10 s. A run that must start within less may be missed each time, and then the job never runs.',
  fix: 'Set `startingDeadlineSeconds` to 10 or more, such as 300.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline'],
  bad: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: '0 3 * * *'
  startingDeadlineSeconds: 5
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
  startingDeadlineSeconds: 300
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: isSchedule,
  *check({ workload }) {
    const deadline = integerOf(workload.spec.startingDeadlineSeconds);
    if (deadline === undefined || deadline >= LIMITS.startingDeadline.value) return;
    yield {
      message: `a run may start ${deadline}s late at most, and the controller looks every ${LIMITS.startingDeadline.value}s`,
      path: 'spec.startingDeadlineSeconds',
    };
  },
  autofix: () => changeField('spec.startingDeadlineSeconds', DEFAULTS.startingDeadline.value),
});

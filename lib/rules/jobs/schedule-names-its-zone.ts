import { changeField } from '../../fixing/change';
import { stringOf } from '../../kubernetes/views/json';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { isSchedule, scheduleOf } from '../reading/schedule';
import { defineRule } from '../rule';

export const scheduleNamesItsZone = defineRule({
  id: 'schedule-names-its-zone',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'info',
  title: 'A schedule names its time zone',
  why: 'Without a time zone a schedule follows the clock of the controller manager, which differs between clusters and is changed by whoever runs them. Most published manifests predate the field, so this is only info.',
  fix: 'Set `timeZone`, such as `Etc/UTC`.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones'],
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
  timeZone: Etc/UTC
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: isSchedule,
  *check(object) {
    // An interval has no time of day, and what names a zone inside the schedule is told by the API server.
    if (stringOf(object.workload.spec.timeZone) || /^@every\b|TZ=/.test(scheduleOf(object))) return;
    yield {
      message: `schedule "${scheduleOf(object)}" names no time zone, so it follows the clock of the controller manager`,
      path: 'spec.schedule',
      about: ['spec.timeZone'],
    };
  },
  autofix: () => changeField('spec.timeZone', DEFAULTS.timeZone.value),
});

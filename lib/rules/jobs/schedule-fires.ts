import { everFires, parseCron } from '../../kubernetes/text/cron-schedule';
import { isSchedule, scheduleOf } from '../reading/schedule';
import { defineRule } from '../rule';

/** The day 7 on its own, in a list, or at an end of a range; not the step of `*` + `/7`. */
const DAY_SEVEN = /(^|[,-])7($|[,/-])/;

export const scheduleFires = defineRule({
  id: 'schedule-fires',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'warning',
  title: 'A schedule fires',
  why: 'A schedule with a date that does not exist is accepted and never fires. Day of week 7, Sunday to many crons, is refused by Kubernetes.',
  fix: 'Write a date that exists, and 0 or `sun` for Sunday.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
    'https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format',
  ],
  bad: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: '0 0 31 2 *'
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
  schedule: '0 0 28 2 *'
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: isSchedule,
  *check(object) {
    const schedule = scheduleOf(object);
    const fields = schedule
      .replace(/^(CRON_)?TZ=\S*\s+/, '')
      .trim()
      .split(/\s+/);
    const parsed = parseCron(schedule);
    if (fields.length === 5 && DAY_SEVEN.test(fields[4] ?? '')) {
      yield {
        message: `schedule "${schedule}" has 7 as day of week, and Kubernetes knows 0 (Sunday) to 6`,
        path: 'spec.schedule',
        fix: 'Write 0 or `sun` for Sunday.',
        severity: 'error',
      };
    } else if (typeof parsed !== 'string' && !everFires(parsed)) {
      yield { message: `schedule "${schedule}" never fires: no month has that day`, path: 'spec.schedule' };
    }
  },
});

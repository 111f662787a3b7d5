import { integerOf } from '../../kubernetes/views/json';
import { isJob } from '../reading/subjects';
import { defineRule } from '../rule';

export const jobHasADeadline = defineRule({
  id: 'job-has-a-deadline',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'info',
  title: 'A job has a deadline',
  why: 'A job that hangs is neither done nor failed: it holds its resources for ever, and with the concurrency policy Forbid no later run starts. Most published manifests have none, so this is only info.',
  fix: 'Set `activeDeadlineSeconds` in the spec of the Job to what its longest good run takes, and half as much again.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup'],
  bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  good: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  activeDeadlineSeconds: 3600
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: isJob,
  *check({ workload: { job, template } }) {
    if (job === undefined || integerOf(job.spec.activeDeadlineSeconds) !== undefined) return;
    if (integerOf(template.spec.activeDeadlineSeconds) !== undefined) return;
    yield { message: 'the job has no deadline, so a run that hangs never ends', path: job.path };
  },
});

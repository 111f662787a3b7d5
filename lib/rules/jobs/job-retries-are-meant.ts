import { writtenPath } from '../reading/field';
import { isJob } from '../reading/subjects';
import { defineRule } from '../rule';

export const jobRetriesAreMeant = defineRule({
  id: 'job-retries-are-meant',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'info',
  title: 'A job says how often it tries again',
  why: 'With restartPolicy OnFailure the container is restarted in its pod, and when the retries are used up the pod is deleted, and its logs with it. Under the default of 6 retries, and under 0, a failed job leaves nothing to read.',
  fix: 'State `backoffLimit`, and use `restartPolicy: Never` where the logs of a failed run are to stay.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#handling-pod-and-container-failures'],
  bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: OnFailure
      containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  good: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  backoffLimit: 3
  template:
    spec:
      restartPolicy: OnFailure
      containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: isJob,
  *check(object) {
    const { job, template } = object.workload;
    if (job === undefined || template.restartPolicy !== 'OnFailure') return;
    const limit = job.spec.backoffLimit ?? undefined;
    if (limit !== undefined && limit !== 0) return;
    yield {
      message: `restartPolicy is OnFailure and backoffLimit is ${limit === 0 ? '0' : 'left to the default of 6'}, so the pod of a failed run is deleted with its logs`,
      path: writtenPath(object, `${job.path}.backoffLimit`, `${template.path}.restartPolicy`),
    };
  },
});

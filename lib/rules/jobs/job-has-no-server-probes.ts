import { isJob } from '../reading/subjects';
import { defineRule } from '../rule';

export const jobHasNoServerProbes = defineRule({
  id: 'job-has-no-server-probes',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'info',
  title: 'The container of a job has no readiness probe',
  why: 'Readiness decides whether requests reach a pod, and none reach a job: the probe only costs, and makes a reader look for a Service.',
  fix: 'Remove the readiness probe.',
  see: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe'],
  bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example.com/report:2.0.1
          readinessProbe: { tcpSocket: { port: 8080 } }
`,
  good: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example.com/report:2.0.1
`,
  looksAt: isJob,
  *check({ workload }) {
    for (const { name, readinessProbe } of workload.template.containers) {
      if (readinessProbe === undefined) continue;
      yield {
        message: `container "${name}" of a job has a readiness probe, and no request reaches a job`,
        path: readinessProbe.path,
        container: name,
      };
    }
  },
});

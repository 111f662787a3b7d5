import type { Container } from '../../kubernetes/views/container';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { classicProxies } from '../../workloads/classic-proxies';
import { isClassicSidecar } from '../../workloads/serving';
import { isJob } from '../reading/subjects';
import { defineRule } from '../rule';

/** How a job's own command ends its sidecar: its quit endpoint, or a signal. */
const ENDS_IT = /quitquitquit|--quit-?after|\/quit\b|\b(pkill|killall)\b/;

export const jobSidecarEnds = defineRule({
  id: 'job-sidecar-ends',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'error',
  title: 'The sidecar of a job ends with it',
  why: 'A Job is complete when all its ordinary containers have exited. A proxy or agent beside the work never exits, so the job runs until its deadline and counts as failed, or for ever.',
  fix: 'Make it a native sidecar: an init container with `restartPolicy: Always`.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers',
    'https://github.com/istio/istio/issues/6324',
  ],
  bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/migrate:2.0.1
        - name: cloud-sql-proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
`,
  good: `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec:
  template:
    spec:
      restartPolicy: Never
      initContainers:
        - name: cloud-sql-proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          restartPolicy: Always
      containers:
        - name: migrate
          image: registry.example.com/migrate:2.0.1
`,
  looksAt: isJob,
  *check({ workload }) {
    const { template } = workload;
    if (template.containers.some(endsSidecars)) return;
    for (const sidecar of sidecarsOf(template)) {
      yield {
        message: `sidecar "${sidecar.name}" runs on when the work of the job is done, so the job never completes`,
        path: sidecar.path,
        container: sidecar.name,
      };
    }
  },
});

function sidecarsOf(template: PodTemplate): readonly Container[] {
  const sidecars = template.containers.filter(
    (container) => isClassicSidecar(container) || classicProxies(template).includes(container),
  );
  return sidecars.length === template.containers.length ? [] : sidecars;
}

function endsSidecars({ command, args }: Container): boolean {
  return [...command, ...args].some((word) => ENDS_IT.test(word));
}

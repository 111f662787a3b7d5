import { type SetObject, serviceSelector } from '../../kubernetes/set/manifest-set';
import { describeRef } from '../../kubernetes/views/manifest';
import { isOperatorsBusiness } from '../../workloads/operators';
import { isService, selectedBy } from '../../workloads/services';
import { defineRule } from '../rule';

export const serviceSelectsPods = defineRule({
  id: 'service-selects-pods',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'warning',
  title: 'A Service selects the pods that serve, and no others',
  why: 'A Service whose selector matches no pod has no endpoints: each request is refused. One that also matches the pods of a job sends requests to a process that listens to none.',
  fix: 'Copy the labels from the pod template that serves, in the same namespace, and add one that the pods of jobs do not have.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service'],
  bad: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: website }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  good: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  looksAt: isService,
  *check(object, { set }) {
    const selected = selectedBy(set, object);
    if (selected === undefined || set.workloads.length === 0) return;
    if (selected.length === 0) {
      if (isOperatorsBusiness(set, serviceSelector(object) ?? [], object.namespace)) return;
      yield {
        message: `${describeRef(object.ref)} selects no pod of its namespace`,
        path: 'spec.selector',
        about: ['spec.selector'],
      };
      return;
    }
    const job = selected.find(makesJobs);
    if (job === undefined || selected.every(makesJobs)) return;
    yield {
      message: `${describeRef(object.ref)} also selects the pods of ${describeRef(job.ref)}, which serve nothing`,
      path: 'spec.selector',
      about: ['spec.selector'],
    };
  },
});

function makesJobs({ workload }: SetObject): boolean {
  return workload?.job !== undefined;
}

import { replicasLeftBy } from '../../workloads/replicas';
import { isDeploymentLike } from '../../workloads/update-strategy';
import { writtenPath } from '../reading/field';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const replicasSurviveOneLoss = defineRule({
  id: 'replicas-survive-one-loss',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'A workload that serves runs more than one pod',
  why: 'With one pod, each node drain, crash or eviction is an outage until its successor is ready. One is the default of Kubernetes and what most public manifests leave it at, so this is told often: for what serves users it is meant.',
  fix: 'Set `replicas` to 2 or more (3, where one may be missing during a rollout), or add a HorizontalPodAutoscaler with a minimum of 2.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/disruptions/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  looksAt: isServed,
  *check(object, { set }) {
    const { workload } = object;
    if (!isDeploymentLike(workload) && workload.kind !== 'StatefulSet') return;
    if (workload.replicas !== 1 || set.autoscalersOf(object).length > 0 || replicasLeftBy(object)) return;
    const isWritten = workload.spec.replicas !== undefined;
    yield {
      message: `the workload serves requests and runs 1 replica${isWritten ? '' : ' (the default)'}, so every loss of a pod is an outage`,
      path: writtenPath(object, 'spec.replicas', 'spec'),
    };
  },
});

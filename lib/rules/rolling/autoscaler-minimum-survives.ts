import { count } from '../../kubernetes/text/count';
import { isAutoscaler, isHpa, scaleTargetOf } from '../../workloads/autoscalers';
import { minimumOf } from '../../workloads/replicas';
import { writtenPath } from '../reading/field';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const autoscalerMinimumSurvives = defineRule({
  id: 'autoscaler-minimum-survives',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'An autoscaler keeps more than one pod of what serves',
  why: 'In quiet hours the autoscaler goes down to its minimum. With a minimum of 1, the default and what most public manifests write, each node drain, crash or eviction is then an outage.',
  fix: 'Set `minReplicas` (`minReplicaCount` of KEDA) to 2 or more.',
  see: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 1
  maxReplicas: 10
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
`,
  looksAt: isAutoscaler,
  *check(object, context) {
    const target = scaleTargetOf(context.set, object);
    if (target === undefined || !target.objects.some((each) => isServed(each, context))) return;
    const minimum = minimumOf(object);
    // KEDA scales to 0 by design: what waits for that has chosen it.
    if (minimum >= 2 || (minimum === 0 && !isHpa(object))) return;
    yield {
      message: `the autoscaler goes down to ${count(minimum, 'replica')} of ${target.kind} "${target.name}", which serves requests`,
      path: writtenPath(object, 'spec.minReplicas', 'spec.minReplicaCount', 'spec'),
    };
  },
});

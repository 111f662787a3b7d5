import { isAutoscaler, scaleTargetOf } from '../../workloads/autoscalers';
import { defineRule } from '../rule';

export const autoscalerTargetExists = defineRule({
  id: 'autoscaler-target-exists',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'An autoscaler targets a workload that exists',
  why: 'An autoscaler whose target is not there scales nothing, and tells so only in its own status.',
  fix: 'Write kind and name of the workload as they stand in its manifest, in the same namespace.',
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
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: website }
  minReplicas: 3
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
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 3
  maxReplicas: 10
`,
  looksAt: isAutoscaler,
  *check(object, { set }) {
    const target = scaleTargetOf(set, object);
    if (target === undefined || !target.isWritten || target.objects.length > 0) return;
    if (set.workloads.length === 0) return;
    yield {
      message: `the autoscaler targets ${target.kind} "${target.name}", which is not there`,
      path: 'spec.scaleTargetRef',
      about: ['spec.scaleTargetRef.name'],
    };
  },
});

import { integerOf } from '../../kubernetes/views/json';
import { describeRef } from '../../kubernetes/views/manifest';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const autoscalerOwnsReplicas = defineRule({
  id: 'autoscaler-owns-replicas',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'What an autoscaler scales does not set its replicas',
  why: 'Each time the manifest is applied it sets the number of pods back, and the autoscaler raises it again: under load a deployment removes pods that are needed.',
  fix: 'Leave `replicas` out of a manifest that is not applied yet. On a live object hand the field over first (`kubectl apply edit-last-applied`), since removing it from an applied manifest resets it to 1.',
  see: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
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
  looksAt: isRunning,
  *check(object, { set }) {
    const [autoscaler] = set.autoscalersOf(object);
    const replicas = integerOf(object.workload.spec.replicas);
    if (autoscaler === undefined || replicas === undefined) return;
    yield {
      message: `replicas is set to ${replicas}, and ${describeRef(autoscaler.ref)} scales the workload`,
      path: 'spec.replicas',
    };
  },
});

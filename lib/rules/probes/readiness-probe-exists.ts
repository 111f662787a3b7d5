import { listOf } from '../../kubernetes/views/json';
import { servingOf } from '../../workloads/serving';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const readinessProbeExists = defineRule({
  id: 'readiness-probe-exists',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'A container that serves has a readiness probe',
  why: 'Without a readiness probe a pod is Ready as soon as its container runs: requests reach it before the app listens, and keep reaching it while it is broken.',
  fix: 'Add a `readinessProbe` that asks the app itself, such as `httpGet` on `/ready`.',
  see: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
  bad: `
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
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
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
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
            periodSeconds: 5
`,
  looksAt: isServed,
  *check(object, { set }) {
    const container = servingOf(set, object)?.container;
    if (container === undefined || container.readinessProbe !== undefined) return;
    if (listOf(object.workload.template.spec.readinessGates).length > 0) return;
    yield {
      message: `container "${container.name}" serves requests and has no readiness probe, so they reach it before it can answer`,
      path: container.path,
      container: container.name,
      about: [`${container.path}.readinessProbe`],
    };
  },
});

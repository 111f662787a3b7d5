import { timeToNotice } from '../../lifecycle/arithmetic/timing';
import { LIMITS } from '../../lifecycle/documented-defaults';
import { failureSeconds, timingPaths } from '../../workloads/probes';
import { servingOf } from '../../workloads/serving';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const readinessNoticesInTime = defineRule({
  id: 'readiness-notices-in-time',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'The readiness probe notices a broken pod within half a minute',
  why: 'A broken pod keeps its share of the requests until its readiness probe has failed failureThreshold times: all of them fail for as long.',
  fix: 'Lower `periodSeconds` or `failureThreshold`, such as 5 and 3.',
  see: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe'],
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
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
            periodSeconds: 30
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
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
            periodSeconds: 5
`,
  looksAt: isServed,
  *check(object, { set }) {
    const container = servingOf(set, object)?.container;
    const probe = container?.readinessProbe;
    if (container === undefined || probe === undefined || failureSeconds(probe) <= LIMITS.readinessNotice.value) return;
    yield {
      message: `the readiness probe of container "${container.name}" takes up to ${timeToNotice(probe)}s to notice that it is broken, and more than ${LIMITS.readinessNotice.value + probe.timeoutSeconds}s is too long`,
      path: probe.path,
      container: container.name,
      about: timingPaths(probe),
    };
  },
});

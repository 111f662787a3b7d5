import { integerOf, listOf } from '../../kubernetes/views/json';
import { RouteTargets } from '../../lifecycle/routes/targets';
import { routesOf } from '../../workloads/route-of-set';
import { updateStrategyOf } from '../../workloads/update-strategy';
import { writtenPath } from '../reading/field';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

const ROLLS: ReadonlySet<string> = new Set(['RollingUpdate', 'Rolling', 'Canary']);

export const registrationPrecedesWithdrawal = defineRule({
  id: 'registration-precedes-withdrawal',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'warning',
  title: 'A rollout waits until the balancer sends to the new pods',
  why: 'A cloud balancer takes a minute or more to register a pod and find it healthy. A rollout that goes on as soon as the pod is Ready has taken away the old pods before the balancer knows the new ones.',
  fix: "Turn on the pod readiness gate of the balancer's controller, or set `minReadySeconds` to the registration lag.",
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/',
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1834',
  ],
  bad: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations: { alb.ingress.kubernetes.io/target-type: ip }
spec:
  ingressClassName: alb
  defaultBackend: { service: { name: web, port: { number: 80 } } }
---
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
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations: { alb.ingress.kubernetes.io/target-type: ip }
spec:
  ingressClassName: alb
  defaultBackend: { service: { name: web, port: { number: 80 } } }
---
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
  minReadySeconds: 60
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
  *check(object, { set, route: platform }) {
    const { spec, template } = object.workload;
    if (!ROLLS.has(updateStrategyOf(object.workload)?.type ?? '')) return;
    if (listOf(template.spec.readinessGates).length > 0) return;
    const [slowest] = routesOf(set, object, platform)
      .filter(({ targets }) => targets === RouteTargets.PODS)
      .map(({ name, registrationLag }) => ({ name, registration: registrationLag.toSeconds() }))
      .sort((one, other) => other.registration - one.registration);
    const minReady = integerOf(spec.minReadySeconds) ?? 0;
    if (slowest === undefined || minReady >= slowest.registration) return;
    yield {
      message: `the rollout goes on ${minReady}s after a pod is Ready, and the route ${slowest.name} may take ${slowest.registration}s to send to it`,
      path: writtenPath(object, 'spec.minReadySeconds', 'spec'),
      about: ['spec.minReadySeconds'],
      fix: `Turn on the pod readiness gate of the balancer's controller, or set \`minReadySeconds\` to ${slowest.registration}.`,
    };
  },
});

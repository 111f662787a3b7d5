import { steadyContainers } from '../../workloads/containers';
import { probesOf } from '../../workloads/probes';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

/** What a pod on the network of its node rightly asks: the loopback of the node is its own. */
const LOOPBACK = /^(127\.|localhost$|::1$)/;

export const probeAsksThePod = defineRule({
  id: 'probe-asks-the-pod',
  topic: 'probes',
  since: '0.1.0',
  severity: 'info',
  title: 'A probe asks its own pod',
  why: 'The kubelet probes from the node. With `host` set it asks that host instead of the pod: the probe says how something else is, and `127.0.0.1` is the node.',
  fix: 'Leave `host` out. For a virtual host set the header `Host` under `httpHeaders`.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  ],
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
          readinessProbe:
            httpGet: { path: /ready, port: 8080, host: 127.0.0.1 }
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
          readinessProbe:
            httpGet: { path: /ready, port: 8080 }
`,
  looksAt: isRunning,
  *check({ workload }) {
    const isOnNode = workload.template.spec.hostNetwork === true;
    for (const container of steadyContainers(workload.template)) {
      for (const { handler, type, path } of probesOf(container)) {
        if (handler?.type !== 'httpGet' && handler?.type !== 'tcpSocket') continue;
        if (handler.host === undefined || (isOnNode && LOOPBACK.test(handler.host))) continue;
        yield {
          message: `the ${type} of container "${container.name}" asks host "${handler.host}" instead of the pod`,
          path: `${path}.${handler.type}.host`,
          container: container.name,
        };
      }
    }
  },
});

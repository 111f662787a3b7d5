import { isService, selectedBy } from '../../workloads/services';
import { sendsToUnready } from '../../workloads/unready-publishing';
import { defineRule } from '../rule';

export const serviceSendsToReadyPods = defineRule({
  id: 'service-sends-to-ready-pods',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'error',
  title: 'A Service that clients use sends to ready pods alone',
  why: 'With publishNotReadyAddresses every pod is an endpoint from the moment it has an address until it is gone. Behind a cluster IP that makes readiness probes and preStop hooks void: clients are sent to pods that do not answer yet, and to pods that have stopped.',
  fix: 'Remove `publishNotReadyAddresses` from the Service that clients use. Where peers need it to find each other, give them a headless Service of their own (`clusterIP: None`).',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions',
    'https://github.com/kubernetes/kubernetes/issues/118952',
  ],
  bad: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  publishNotReadyAddresses: true
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
apiVersion: v1
kind: Service
metadata: { name: web-peers }
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector: { app: web }
  ports: [{ port: 7946 }]
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
  looksAt: (object, { set }) => isService(object) && selectedBy(set, object) !== undefined,
  *check(object) {
    if (!sendsToUnready(object)) return;
    yield {
      message: `Service "${object.ref.name ?? ''}" has a cluster IP and publishes pods that are not ready: new pods get requests before they answer, and stopping ones until they are gone`,
      path: 'spec.publishNotReadyAddresses',
    };
  },
});

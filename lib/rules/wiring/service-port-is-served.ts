import type { SetObject } from '../../kubernetes/set/manifest-set';
import { servicePorts, type WrittenServicePort } from '../../kubernetes/set/service';
import type { ContainerPort } from '../../kubernetes/views/container';
import { steadyContainers } from '../../workloads/containers';
import { isService, selectedBy } from '../../workloads/services';
import { writtenPath } from '../reading/field';
import { defineRule } from '../rule';

export const servicePortIsServed = defineRule({
  id: 'service-port-is-served',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'error',
  title: 'A Service sends to a port that its pods have',
  why: 'A named targetPort is looked up among the ports of the selected pods. Where none has that name the Service has no endpoint for the port, and each request is refused. A number needs no declaration, but one that stands apart from all declared ports is most often a mistake, and is a warning.',
  fix: 'Write the name or number of a port that the containers declare, with the same protocol.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  bad: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: web }]
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
          ports: [{ name: http, containerPort: 8080 }]
`,
  good: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: http }]
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
          ports: [{ name: http, containerPort: 8080 }]
`,
  looksAt: isService,
  *check(object, { set }) {
    const selected = selectedBy(set, object) ?? [];
    const declared = selected
      .flatMap(({ workload }) => (workload === undefined ? [] : steadyContainers(workload.template)))
      .flatMap(({ ports }) => ports);
    if (selected.length === 0) return;
    for (const port of servicePorts(object)) {
      const { targetPort, path } = port;
      if (targetPort === undefined || declared.some((each) => isTarget(each, port))) continue;
      const where = writtenPath(object, `${path}.targetPort`, `${path}.port`, path);
      if (typeof targetPort === 'string') {
        const other = declared.find(({ name }) => name === targetPort)?.protocol;
        const problem =
          other === undefined ? 'no container of its pods has' : `its pods have for ${other}, not ${port.protocol}`;
        yield { message: `the Service sends to port "${targetPort}", which ${problem}`, path: where };
      } else if (declared.length > 0 && !isInjected(selected)) {
        const numbers = [...new Set(declared.map(({ containerPort }) => containerPort))].join(', ');
        yield {
          message: `the Service sends to port ${targetPort}, and the containers of its pods declare ${numbers}`,
          path: where,
          severity: 'warning',
        };
      }
    }
  },
});

/** Istio fills in the container of a gateway, its ports among the rest, where the image is `auto`. */
function isInjected(selected: readonly SetObject[]): boolean {
  return selected.some(({ workload }) => workload?.template.containers.some(({ image }) => image === 'auto'));
}

/** A name counts for its protocol alone; a number is the app's own business. */
function isTarget({ name, containerPort, protocol }: ContainerPort, port: WrittenServicePort): boolean {
  if (typeof port.targetPort === 'string') return name === port.targetPort && protocol === port.protocol;
  return containerPort === port.targetPort;
}

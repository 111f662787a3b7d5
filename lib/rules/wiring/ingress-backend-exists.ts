import type { SetObject } from '../../kubernetes/set/manifest-set';
import { servicePorts } from '../../kubernetes/set/service';
import { integerOf, type Json, type JsonObject, objectOf, objectsOf, stringOf } from '../../kubernetes/views/json';
import { groupOf } from '../../kubernetes/views/manifest';
import { defineRule } from '../rule';

export const ingressBackendExists = defineRule({
  id: 'ingress-backend-exists',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'warning',
  title: 'An Ingress sends to a Service and port that exist',
  why: 'An Ingress whose backend is not there answers 503, or is not set up at all; the API server accepts it without a word.',
  fix: 'Write name and port (its number, or its name) of a Service in the namespace of the Ingress.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource'],
  bad: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: nginx
  defaultBackend: { service: { name: web, port: { number: 8080 } } }
`,
  good: `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  ingressClassName: nginx
  defaultBackend: { service: { name: web, port: { number: 80 } } }
`,
  looksAt: ({ ref }) => ref.kind === 'Ingress' && ['networking.k8s.io', 'extensions'].includes(groupOf(ref.apiVersion)),
  *check(object, { set }) {
    if (set.ofKind('Service', '').length === 0) return;
    for (const { name, port, path } of backendsOf(object.manifest)) {
      const services = set.named('Service', object.namespace, name, '');
      if (services.length === 0) {
        yield { message: `the backend names Service "${name}", which is not there`, path, about: [path] };
      } else if (port !== undefined && !services.some((service) => hasPort(service, port))) {
        yield {
          message: `the backend names port ${JSON.stringify(port)} of Service "${name}", which has no such port`,
          path,
          about: [path],
        };
      }
    }
  },
});

interface Backend {
  readonly name: string;
  readonly port: number | string | undefined;
  readonly path: string;
}

/** Every backend that is a Service, in the present form and in the one before networking.k8s.io/v1. */
function* backendsOf(manifest: JsonObject): Iterable<Backend> {
  const spec = objectOf(manifest.spec);
  yield* backendAt(spec.defaultBackend, 'spec.defaultBackend');
  yield* backendAt(spec.backend, 'spec.backend');
  for (const { index: rule, item } of objectsOf(spec.rules)) {
    for (const { index, item: at } of objectsOf(objectOf(item.http).paths)) {
      yield* backendAt(at.backend, `spec.rules[${rule}].http.paths[${index}].backend`);
    }
  }
}

function* backendAt(written: Json | undefined, path: string): Iterable<Backend> {
  const backend = objectOf(written);
  const service = objectOf(backend.service);
  const port = objectOf(service.port);
  const name = stringOf(service.name);
  const oldName = stringOf(backend.serviceName);
  if (name !== undefined) {
    yield { name, port: integerOf(port.number) ?? stringOf(port.name), path: `${path}.service` };
  } else if (oldName !== undefined) {
    yield { name: oldName, port: integerOf(backend.servicePort) ?? stringOf(backend.servicePort), path };
  }
}

/** An ExternalName without ports has any; the name `use-annotation` is the AWS controller's own. */
function hasPort(service: SetObject, wanted: number | string): boolean {
  if (wanted === 'use-annotation') return true;
  const ports = servicePorts(service);
  if (ports.length === 0) return objectOf(service.manifest.spec).type === 'ExternalName';
  return ports.some(({ name, port }) => wanted === port || wanted === name || wanted === String(port));
}

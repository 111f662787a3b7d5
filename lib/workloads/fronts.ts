import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { rememberPerSet } from '../kubernetes/set/remember';
import { append } from '../kubernetes/views/groups';
import { type Json, type JsonObject, objectOf, objectsOf, stringOf } from '../kubernetes/views/json';
import { annotationsOf } from '../kubernetes/views/manifest';
import { type Controller, controllerOfName, controllerOfString } from './ingress-controllers';

/** An object that sends requests on to a Service: an Ingress, a Gateway API route, a Traefik IngressRoute. */
export interface Front {
  readonly object: SetObject;
  /** Who acts on it; undefined where that cannot be read. */
  readonly controller: Controller | undefined;
}

const GATEWAY_ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const;
const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Everything of the set that names a Service as its backend. */
export function frontsOf(set: ManifestSet, service: SetObject): readonly Front[] {
  return indexOf(set).get(keyOf(service.namespace, service.ref.name ?? '')) ?? [];
}

const indexOf = rememberPerSet((set: ManifestSet) => {
  const index = new Map<string, Front[]>();
  const note = (front: Front, backends: Iterable<{ readonly name: string; readonly namespace: string }>) => {
    const keys = new Set(Array.from(backends, ({ namespace, name }) => keyOf(namespace, name)));
    for (const key of keys) append(index, key, front);
  };
  for (const object of set.ofKind('Ingress')) {
    note({ object, controller: controllerOfIngress(set, object) }, ingressBackends(object));
  }
  for (const object of GATEWAY_ROUTES.flatMap((kind) => set.ofKind(kind, GATEWAY_GROUP))) {
    for (const controller of gatewayControllers(set, object)) note({ object, controller }, routeBackends(object));
  }
  for (const object of set.ofKind('IngressRoute')) {
    note({ object, controller: 'traefik' }, servicesIn(object, objectOf(object.manifest.spec).routes, 'services'));
  }
  return index;
});

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** Backends of an Ingress, in the present form (`service.name`) and the one before it (`serviceName`). */
function* ingressBackends(ingress: SetObject) {
  const spec = objectOf(ingress.manifest.spec);
  const paths = objectsOf(spec.rules).flatMap(({ item }) => objectsOf(objectOf(item.http).paths));
  for (const written of [spec.defaultBackend, spec.backend, ...paths.map(({ item }) => item.backend)]) {
    const backend = objectOf(written);
    const name = stringOf(objectOf(backend.service).name) ?? stringOf(backend.serviceName);
    if (name !== undefined) yield { name, namespace: ingress.namespace };
  }
}

function routeBackends(route: SetObject) {
  return servicesIn(route, objectOf(route.manifest.spec).rules, 'backendRefs');
}

function* servicesIn(route: SetObject, rules: Json | undefined, list: 'services' | 'backendRefs') {
  for (const { item: rule } of objectsOf(rules)) {
    for (const { item } of objectsOf(rule[list])) {
      const name = stringOf(item.name);
      if (name === undefined || (stringOf(item.kind) ?? 'Service') !== 'Service') continue;
      yield { name, namespace: stringOf(item.namespace) ?? route.namespace };
    }
  }
}

function controllerOfIngress(set: ManifestSet, ingress: SetObject): Controller | undefined {
  const annotations = annotationsOf(ingress.manifest);
  const name = stringOf(objectOf(ingress.manifest.spec).ingressClassName) ?? annotations['kubernetes.io/ingress.class'];
  if (name !== undefined) return controllerOfClass(set, 'IngressClass', name);
  const byAnnotation = Object.keys(annotations)
    .map((key) => controllerOfString(key.slice(0, Math.max(0, key.indexOf('/')))))
    .find((controller) => controller !== undefined);
  return byAnnotation ?? defaultController(set);
}

function defaultController(set: ManifestSet): Controller | undefined {
  const chosen = set
    .ofKind('IngressClass')
    .find(({ manifest }) => annotationsOf(manifest)['ingressclass.kubernetes.io/is-default-class'] === 'true');
  return chosen === undefined ? undefined : controllerOfClass(set, 'IngressClass', chosen.ref.name ?? '');
}

function* gatewayControllers(set: ManifestSet, route: SetObject): Iterable<Controller | undefined> {
  for (const { item } of objectsOf(objectOf(route.manifest.spec).parentRefs)) {
    const namespace = stringOf(item.namespace) ?? route.namespace;
    for (const gateway of set.named('Gateway', namespace, stringOf(item.name) ?? '', GATEWAY_GROUP)) {
      const name = stringOf(objectOf(gateway.manifest.spec).gatewayClassName);
      if (name !== undefined) yield controllerOfClass(set, 'GatewayClass', name);
    }
  }
}

/** Reads the class off the set, where it says its controller; else guesses by the name that people give it. */
function controllerOfClass(
  set: ManifestSet,
  kind: 'IngressClass' | 'GatewayClass',
  name: string,
): Controller | undefined {
  const spec: JsonObject | undefined = set
    .ofKind(kind)
    .filter(({ ref }) => ref.name === name)
    .map(({ manifest }) => objectOf(manifest.spec))[0];
  const written = stringOf(spec?.controller) ?? stringOf(spec?.controllerName);
  return written === undefined ? controllerOfName(name) : controllerOfString(written);
}

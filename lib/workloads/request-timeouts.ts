import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { type Json, type JsonObject, objectOf, objectsOf, stringOf } from '../kubernetes/views/json';
import { annotationsOf } from '../kubernetes/views/manifest';
import { frontsOf } from './fronts';
import type { ToldDrain } from './server-drain';
import { writtenSeconds } from './written-seconds';

/** Annotations of an Ingress that say how long a request may go on, or a connection be quiet. */
const ANNOTATIONS: readonly string[] = [
  'nginx.ingress.kubernetes.io/proxy-read-timeout',
  'nginx.org/proxy-read-timeout',
  'haproxy.org/timeout-server',
  'haproxy-ingress.github.io/timeout-server',
  'appgw.ingress.kubernetes.io/request-timeout',
  'projectcontour.io/response-timeout',
];

const GATEWAY = 'gateway.networking.k8s.io';

/** For how long what stands in front of a workload lets a request go on, at most; undefined where nothing is written. */
export function requestTimeoutOf(set: ManifestSet, object: SetObject): ToldDrain | undefined {
  const found = set
    .servicesOf(object)
    .flatMap((service) => [
      ...frontsOf(set, service).flatMap((front) => onIngress(front.object)),
      ...onRoutes(set, service),
      ...onVirtualServices(set, service),
    ]);
  return found.reduce<ToldDrain | undefined>(
    (longest, each) => (longest === undefined || each.seconds > longest.seconds ? each : longest),
    undefined,
  );
}

function told(kind: string, object: SetObject, field: string, written: Json | undefined): readonly ToldDrain[] {
  const value = typeof written === 'number' ? String(written) : stringOf(written);
  const seconds = writtenSeconds(value);
  // 0 turns a timeout off: then nothing is known.
  if (seconds === undefined || seconds === 0) return [];
  return [{ seconds, said: `${field} ${value} of ${kind} "${object.ref.name ?? ''}"` }];
}

function onIngress(front: SetObject): readonly ToldDrain[] {
  if (front.ref.kind !== 'Ingress') return [];
  const annotations = annotationsOf(front.manifest);
  return ANNOTATIONS.flatMap((key) => told('Ingress', front, key.slice(key.indexOf('/') + 1), annotations[key]));
}

function onRoutes(set: ManifestSet, service: SetObject): readonly ToldDrain[] {
  return set.ofKind('HTTPRoute', GATEWAY).flatMap((route) =>
    objectsOf(objectOf(route.manifest.spec).rules)
      .filter(({ item }) => objectsOf(item.backendRefs).some((each) => isBackend(each.item, route, service)))
      .flatMap(({ item }) => {
        const { request, backendRequest } = objectOf(item.timeouts);
        return told('HTTPRoute', route, 'timeouts.request', request ?? backendRequest);
      }),
  );
}

function isBackend(backend: JsonObject, route: SetObject, service: SetObject): boolean {
  const namespace = stringOf(backend.namespace) ?? route.namespace;
  return backend.name === service.ref.name && namespace === service.namespace;
}

function onVirtualServices(set: ManifestSet, service: SetObject): readonly ToldDrain[] {
  return set.ofKind('VirtualService', 'networking.istio.io').flatMap((virtual) =>
    objectsOf(objectOf(virtual.manifest.spec).http)
      .filter(({ item }) => objectsOf(item.route).some((each) => isHost(each.item, virtual, service)))
      .flatMap(({ item }) => told('VirtualService', virtual, 'timeout', item.timeout)),
  );
}

/** A short name is one of the VirtualService's own namespace: `web`, `web.shop`, `web.shop.svc.cluster.local`. */
function isHost(route: JsonObject, virtual: SetObject, service: SetObject): boolean {
  const [name, namespace = virtual.namespace] = (stringOf(objectOf(route.destination).host) ?? '').split('.');
  return name === service.ref.name && namespace === service.namespace;
}

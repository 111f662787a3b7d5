import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { rememberPerSet } from '../kubernetes/set/remember';
import { append } from '../kubernetes/views/groups';
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
      ...(onRoutes(set).get(keyOf(service.namespace, service.ref.name ?? '')) ?? []),
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

/** What HTTPRoutes and VirtualServices say, by the Service that they send to. */
const onRoutes = rememberPerSet((set) => {
  const index = new Map<string, ToldDrain[]>();
  const note = (keys: readonly string[], drains: readonly ToldDrain[]) => {
    for (const key of new Set(keys)) for (const drain of drains) append(index, key, drain);
  };
  for (const route of set.ofKind('HTTPRoute', GATEWAY)) {
    for (const { item } of objectsOf(objectOf(route.manifest.spec).rules)) {
      const { request, backendRequest } = objectOf(item.timeouts);
      const backends = objectsOf(item.backendRefs).map((each) => backendKey(each.item, route));
      note(backends, told('HTTPRoute', route, 'timeouts.request', request ?? backendRequest));
    }
  }
  for (const virtual of set.ofKind('VirtualService', 'networking.istio.io')) {
    for (const { item } of objectsOf(objectOf(virtual.manifest.spec).http)) {
      const hosts = objectsOf(item.route).map((each) => hostKey(each.item, virtual));
      note(hosts, told('VirtualService', virtual, 'timeout', item.timeout));
    }
  }
  return index;
});

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

function backendKey(backend: JsonObject, route: SetObject): string {
  return keyOf(stringOf(backend.namespace) ?? route.namespace, stringOf(backend.name) ?? '');
}

/** A short name is one of the VirtualService's own namespace: `web`, `web.shop`, `web.shop.svc.cluster.local`. */
function hostKey(route: JsonObject, virtual: SetObject): string {
  const [name = '', namespace = virtual.namespace] = (stringOf(objectOf(route.destination).host) ?? '').split('.');
  return keyOf(namespace, name);
}

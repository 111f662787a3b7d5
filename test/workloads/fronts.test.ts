import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { frontsOf } from '../../lib/workloads/fronts';
import { service } from '../rules/support';

const GATEWAY = 'gateway.networking.k8s.io/v1';
const object = (apiVersion: string, kind: string, spec: object, namespace = 'shop'): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: kind.toLowerCase(), namespace },
  spec: { ...spec },
});
const backend = { name: 'web', port: 80 };
const routed = (kind: string, ref: object = backend, namespace?: string) =>
  object(GATEWAY, kind, { parentRefs: [{ name: 'gateway' }], rules: [{ backendRefs: [ref] }] }, namespace);
const gateway = object(GATEWAY, 'Gateway', { gatewayClassName: 'istio' });

/** What sends to the Service `shop/web`, each with its controller. */
const fronts = (...objects: readonly Manifest[]) => {
  const set = ManifestSet.of([service({}, 'web', 'shop'), ...objects]);
  const [web] = set.objects;
  return web && frontsOf(set, web).map((front) => `${front.object.ref.kind} ${front.controller}`);
};

test.each(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'])('a %s sends through its Gateway', (kind) => {
  expect(fronts(gateway, routed(kind))).toEqual([`${kind} istio`]);
});

test('a route of another kind, to another kind, to nothing, or without a Gateway in the set is none', () => {
  expect(fronts(gateway, routed('UDPRoute'))).toEqual([]);
  expect(fronts(gateway, routed('HTTPRoute', { ...backend, kind: 'ServiceImport' }))).toEqual([]);
  expect(fronts(gateway, routed('HTTPRoute', { port: 80 }))).toEqual([]);
  expect(fronts(routed('HTTPRoute'))).toEqual([]);
});

test('a backend is of the namespace of its route, unless it names another', () => {
  const parentRefs = [{ name: 'gateway', namespace: 'shop' }];
  const far = (ref: object) => object(GATEWAY, 'HTTPRoute', { parentRefs, rules: [{ backendRefs: [ref] }] }, 'far');
  expect(fronts(gateway, far(backend))).toEqual([]);
  expect(fronts(gateway, far({ ...backend, namespace: 'shop' }))).toEqual(['HTTPRoute istio']);
});

test('the class of a Gateway is read from its controller where the set has it', () => {
  const named = (controllerName: string): Manifest => ({
    apiVersion: GATEWAY,
    kind: 'GatewayClass',
    metadata: { name: 'istio' },
    spec: { controllerName },
  });
  expect(fronts(gateway, routed('HTTPRoute'), named('traefik.io/gateway-controller'))).toEqual(['HTTPRoute traefik']);
  expect(fronts(gateway, routed('HTTPRoute'), named('example.com/other'))).toEqual(['HTTPRoute undefined']);
});

test('an IngressRoute is Traefik, and several fronts of one Service are all named', () => {
  const ingressRoute = object('traefik.io/v1alpha1', 'IngressRoute', { routes: [{ services: [backend] }] });
  expect(fronts(ingressRoute)).toEqual(['IngressRoute traefik']);
  expect(fronts(gateway, routed('HTTPRoute'), routed('GRPCRoute'), ingressRoute)).toEqual([
    'HTTPRoute istio',
    'GRPCRoute istio',
    'IngressRoute traefik',
  ]);
});

test('only an IngressClass that is marked as the default counts for an Ingress without a class', () => {
  const ingress = object('networking.k8s.io/v1', 'Ingress', { defaultBackend: { service: { name: 'web' } } });
  const named = (isDefault: string): Manifest => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'a', annotations: { 'ingressclass.kubernetes.io/is-default-class': isDefault } },
    spec: { controller: 'k8s.io/ingress-nginx' },
  });
  expect(fronts(ingress, named('true'))).toEqual(['Ingress nginx']);
  expect(fronts(ingress, named('false'))).toEqual(['Ingress undefined']);
});

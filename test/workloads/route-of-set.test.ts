import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { namedRoute, type Route } from '../../lib/lifecycle/routes/route';
import { routeOf, routesOf } from '../../lib/workloads/route-of-set';
import { manifests } from '../manifests';

const WEB = (template = '', metadata = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web${metadata} }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } ${template} }
    spec: { containers: [{ name: web, ports: [{ containerPort: 8080 }] }] }
---
`;

const SERVICE = (spec = '', annotations = '{}') => `
apiVersion: v1
kind: Service
metadata: { name: web, annotations: ${annotations} }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] ${spec} }
---
`;

const INGRESS = (spec = '', annotations = '{}') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: ${annotations} }
spec:
  ${spec}
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
---
`;

const read = (objects: Manifest[], platform?: Route) => {
  const set = ManifestSet.of(objects);
  const [object] = set.workloads;
  if (object === undefined) throw new Error('the text holds no workload');
  return { route: routeOf(set, object, platform), routes: routesOf(set, object, platform) };
};
const route = (...texts: string[]) => read(manifests(texts.join('\n'))).route.toString();

test('clients in the cluster are the default', () => {
  expect(route(WEB())).toBe('cluster-ip');
  expect(route(WEB(), SERVICE())).toBe('cluster-ip');
});

describe('what is declared', () => {
  const declared = WEB('', ", annotations: { cdk8s-lifecycle/route: 'traefik' }");

  test('the annotation of the object wins over the platform and over what the set shows', () => {
    expect(route(declared, SERVICE(), INGRESS('ingressClassName: nginx'))).toBe('traefik');
    expect(read(manifests(declared), namedRoute('istio')).route.name).toBe('traefik');
  });

  test('the platform wins over what the set shows', () => {
    const objects = manifests(WEB() + SERVICE() + INGRESS('ingressClassName: nginx'));
    expect(read(objects, namedRoute('alb-ip')).route.name).toBe('alb-ip');
  });

  test('an annotation that names no route is passed over', () => {
    expect(route(WEB('', ", annotations: { cdk8s-lifecycle/route: 'carrier-pigeon' }"))).toBe('cluster-ip');
  });

  test('a route of its own numbers is read back', () => {
    const custom = WEB(
      '',
      ", annotations: { cdk8s-lifecycle/route: 'custom(withdrawal=7s, preStop=9s, registration=3s)' }",
    );
    expect(read(manifests(custom)).route.withdrawalLag.toSeconds()).toBe(7);
  });
});

describe('an Ingress', () => {
  test.each([
    ['nginx', 'ingress-nginx'],
    ['nginx-internal', 'ingress-nginx'],
    ['traefik', 'traefik'],
    ['apisix', 'apisix'],
    ['alb', 'alb-instance'],
    ['gce', 'gce-neg'],
    ['gce-internal', 'gce-neg'],
    ['azure-application-gateway', 'azure-application-gateway'],
    ['contour', 'cluster-ip'],
  ])('of class %s is %s, by field and by the older annotation', (name, expected) => {
    expect(route(WEB(), SERVICE(), INGRESS(`ingressClassName: ${name}`))).toBe(expected);
    expect(route(WEB(), SERVICE(), INGRESS('', `{ kubernetes.io/ingress.class: ${name} }`))).toBe(expected);
  });

  test('the older annotation of Azure has a slash', () => {
    expect(route(WEB(), SERVICE(), INGRESS('', '{ kubernetes.io/ingress.class: azure/application-gateway }'))).toBe(
      'azure-application-gateway',
    );
  });

  test('of an ALB sends to pods where its target type says so, and the Service has the last word', () => {
    const ip = '{ alb.ingress.kubernetes.io/target-type: ip }';
    const instance = '{ alb.ingress.kubernetes.io/target-type: instance }';
    expect(route(WEB(), SERVICE(), INGRESS('ingressClassName: alb', ip))).toBe('alb-ip');
    expect(route(WEB(), SERVICE('', instance), INGRESS('ingressClassName: alb', ip))).toBe('alb-instance');
    expect(route(WEB(), SERVICE('', ip), INGRESS('ingressClassName: alb'))).toBe('alb-ip');
  });

  test('whose class is an object of the set is read by the controller that the class names', () => {
    const ingressClass = `
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: public, annotations: { ingressclass.kubernetes.io/is-default-class: 'true' } }
spec: { controller: k8s.io/ingress-nginx }
---
`;
    expect(route(WEB(), SERVICE(), ingressClass, INGRESS('ingressClassName: public'))).toBe('ingress-nginx');
    expect(route(WEB(), SERVICE(), ingressClass, INGRESS())).toBe('ingress-nginx');
  });

  test('whose class names a controller that is not known is not guessed by the name of the class', () => {
    const ingressClass = (controller: string) => `
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx }
spec: { controller: ${controller} }
---
`;
    const nginx = INGRESS('ingressClassName: nginx');
    expect(route(WEB(), SERVICE(), ingressClass('haproxy.org/ingress-controller'), nginx)).toBe('cluster-ip');
    expect(route(WEB(), SERVICE(), ingressClass('k8s.io/internal-ingress-nginx'), nginx)).toBe('ingress-nginx');
  });

  test('without a class is read by the annotations of its controller', () => {
    expect(route(WEB(), SERVICE(), INGRESS('', '{ nginx.ingress.kubernetes.io/rewrite-target: / }'))).toBe(
      'ingress-nginx',
    );
    expect(route(WEB(), SERVICE(), INGRESS('', '{ alb.ingress.kubernetes.io/target-type: ip }'))).toBe('alb-ip');
    expect(route(WEB(), SERVICE(), INGRESS())).toBe('cluster-ip');
  });

  test('counts by its default backend too, and by the form before networking.k8s.io/v1', () => {
    const byDefault = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec: { ingressClassName: nginx, defaultBackend: { service: { name: web, port: { number: 80 } } } }
`;
    const old = `
apiVersion: extensions/v1beta1
kind: Ingress
metadata: { name: web, annotations: { kubernetes.io/ingress.class: nginx } }
spec: { rules: [{ http: { paths: [{ backend: { serviceName: web, servicePort: 80 } }] } }] }
`;
    expect(route(WEB(), SERVICE(), byDefault)).toBe('ingress-nginx');
    expect(route(WEB(), SERVICE(), old)).toBe('ingress-nginx');
  });

  test('of another Service, or in another namespace, does not count', () => {
    const other = INGRESS('ingressClassName: nginx').replace('name: web, port', 'name: other, port');
    expect(route(WEB(), SERVICE(), other)).toBe('cluster-ip');
    const elsewhere = INGRESS('ingressClassName: nginx').replace('name: web,', 'name: web, namespace: b,');
    const here = (text: string) => text.replace('name: web', 'name: web, namespace: a');
    expect(route(here(WEB()), here(SERVICE()), elsewhere)).toBe('cluster-ip');
  });

  test('of GCE whose Service opts out of pod targets sends to nodes', () => {
    const optOut = `{ cloud.google.com/neg: '{"ingress": false}' }`;
    expect(route(WEB(), SERVICE('', optOut), INGRESS('ingressClassName: gce'))).toBe('cluster-ip');
  });
});

describe('a Service of type LoadBalancer', () => {
  const balancer = (spec: string, annotations?: string) =>
    route(WEB(), SERVICE(`, type: LoadBalancer${spec}`, annotations));
  const AWS = 'service.beta.kubernetes.io/aws-load-balancer';

  test('sends to pods where its annotation or class says so', () => {
    expect(balancer('', `{ ${AWS}-nlb-target-type: ip }`)).toBe('nlb-ip');
    expect(balancer('', `{ ${AWS}-type: nlb-ip }`)).toBe('nlb-ip');
    expect(balancer(', loadBalancerClass: service.k8s.aws/nlb')).toBe('nlb-ip');
  });

  test('sends to nodes else, and to nodes the annotation can set it back', () => {
    expect(balancer('')).toBe('cluster-ip');
    expect(balancer(', loadBalancerClass: service.k8s.aws/nlb', `{ ${AWS}-nlb-target-type: instance }`)).toBe(
      'cluster-ip',
    );
  });

  test('under externalTrafficPolicy Local waits for the health check of nodes', () => {
    expect(balancer(', externalTrafficPolicy: Local')).toBe('node-health-check');
    expect(
      balancer(
        ', externalTrafficPolicy: Local',
        `{ ${AWS}-healthcheck-interval: '5', ${AWS}-healthcheck-unhealthy-threshold: '2' }`,
      ),
    ).toBe('custom(withdrawal=10s, preStop=15s, registration=10s, targets=nodes)');
    expect(balancer(', externalTrafficPolicy: Local', `{ ${AWS}-healthcheck-interval: soon }`)).toBe(
      'node-health-check',
    );
  });

  test('externalTrafficPolicy says nothing on a Service that is no balancer', () => {
    expect(route(WEB(), SERVICE(', type: NodePort, externalTrafficPolicy: Local'))).toBe('cluster-ip');
  });

  test('a standalone network endpoint group sends to pods', () => {
    const group = `{ cloud.google.com/neg: '{"exposed_ports": {"80":{}}}' }`;
    expect(route(WEB(), SERVICE('', group))).toBe('gce-neg');
    expect(route(WEB(), SERVICE('', `{ cloud.google.com/neg: '{"ingress": true}' }`))).toBe('cluster-ip');
  });
});

describe('a sidecar proxy', () => {
  const namespace = (labels: string, annotations = '{}') => `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: ${labels}, annotations: ${annotations} }
---
`;
  const inShop = (text: string) => text.replace('name: web', 'name: web, namespace: shop');

  test('is seen where the pod template asks for it', () => {
    expect(route(WEB(', annotations: { linkerd.io/inject: enabled }'))).toBe('linkerd');
    expect(route(WEB(", annotations: { sidecar.istio.io/inject: 'true' }"))).toBe('istio');
  });

  test('is seen where it stands in the pod', () => {
    const injected = (name: string) => WEB().replace('{ name: web, ports', `{ name: ${name} }, { name: web, ports`);
    expect(route(injected('istio-proxy'))).toBe('istio');
    expect(route(injected('linkerd-proxy'))).toBe('linkerd');
  });

  test('is seen where the Namespace asks for it, unless the pod declines', () => {
    expect(route(namespace('{ istio-injection: enabled }'), inShop(WEB()))).toBe('istio');
    expect(route(namespace('{}', '{ linkerd.io/inject: enabled }'), inShop(WEB()))).toBe('linkerd');
    const declined = inShop(WEB(", annotations: { sidecar.istio.io/inject: 'false' }"));
    expect(route(namespace('{ istio-injection: enabled }'), declined)).toBe('cluster-ip');
  });

  test('is not put into pods on the network of the host', () => {
    const host = WEB(', annotations: { linkerd.io/inject: enabled }').replace(
      'spec: { containers',
      'spec: { hostNetwork: true, containers',
    );
    expect(route(host)).toBe('cluster-ip');
  });
});

describe('the Gateway API', () => {
  const gateway = (className: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public }
spec: { gatewayClassName: ${className}, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec: { parentRefs: [{ name: public }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
---
`;

  test.each([
    ['gke-l7-global-external-managed', 'gce-neg'],
    ['istio', 'istio'],
    ['nginx', 'ingress-nginx'],
    ['cilium', 'cluster-ip'],
  ])('a route whose Gateway is of class %s is %s', (name, expected) => {
    expect(route(WEB(), SERVICE(), gateway(name))).toBe(expected);
  });
});

test('the slowest route of a pod counts', () => {
  const istio = WEB(", annotations: { sidecar.istio.io/inject: 'true' }");
  const text = istio + SERVICE() + INGRESS('ingressClassName: nginx');
  const { route: slowest, routes } = read(manifests(text));
  expect(routes.map(({ name }) => name)).toEqual(['ingress-nginx', 'istio']);
  expect(slowest.name).toBe('istio');
});

test('a readiness gate is seen in the pod template and in the Namespace', () => {
  const ip = INGRESS('ingressClassName: alb', '{ alb.ingress.kubernetes.io/target-type: ip }');
  const gated = WEB().replace(
    'spec: { containers',
    'spec: { readinessGates: [{ conditionType: target-health.elbv2.k8s.aws/x }], containers',
  );
  expect(route(gated, SERVICE(), ip)).toBe('alb-ip+readiness-gate');
  const namespace = `
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { elbv2.k8s.aws/pod-readiness-gate-inject: enabled } }
---
`;
  const inShop = (text: string) => text.replace('name: web', 'name: web, namespace: shop');
  expect(route(namespace, inShop(WEB()), inShop(SERVICE()), inShop(ip))).toBe('alb-ip+readiness-gate');
});

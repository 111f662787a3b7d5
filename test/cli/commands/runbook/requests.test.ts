import { runCaptured, useFolder } from '../../captured';

interface Shape {
  readonly preStop?: number;
  readonly strategy?: string;
  readonly drainSeconds?: number;
  readonly route?: string;
}

const deployment = ({ preStop, strategy, drainSeconds, route }: Shape = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'cart',
    namespace: 'shop',
    annotations: {
      ...(drainSeconds !== undefined && { 'cdk8s-lifecycle/drain-seconds': String(drainSeconds) }),
      ...(route !== undefined && { 'cdk8s-lifecycle/route': route }),
    },
  },
  spec: {
    replicas: 3,
    ...(strategy !== undefined && { strategy: { type: strategy } }),
    selector: { matchLabels: { app: 'cart' } },
    template: {
      metadata: { labels: { app: 'cart' } },
      spec: {
        terminationGracePeriodSeconds: 60,
        containers: [
          {
            name: 'web',
            image: 'cart:1.4.2',
            ports: [{ name: 'http', containerPort: 8080 }],
            readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
            ...(preStop !== undefined && { lifecycle: { preStop: { exec: { command: ['sleep', String(preStop)] } } } }),
          },
        ],
      },
    },
  },
});

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { selector: { app: 'cart' }, ports: [{ name: 'web', port: 80, targetPort: 'http' }] },
};

const ingress = (annotations: Record<string, string> = {}, ingressClassName = 'nginx') => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'front', namespace: 'shop', annotations },
  spec: {
    ingressClassName,
    rules: [
      {
        host: 'shop.example.com',
        http: { paths: [{ path: '/cart', backend: { service: { name: 'cart', port: { number: 80 } } } }] },
      },
    ],
  },
});

const ingressRoute = {
  apiVersion: 'traefik.io/v1alpha1',
  kind: 'IngressRoute',
  metadata: { name: 'edge', namespace: 'edge' },
  spec: { routes: [{ match: 'Host(`a.example.com`)', services: [{ name: 'cart', namespace: 'shop', port: 80 }] }] },
};

const grpcRoute = [
  { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', name: 'gate', spec: { gatewayClassName: 'istio' } },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GRPCRoute',
    name: 'calls',
    spec: {
      parentRefs: [{ name: 'gate' }],
      hostnames: ['grpc.example.com'],
      rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }],
    },
  },
].map(({ name, ...rest }) => ({ ...rest, metadata: { name, namespace: 'shop' } }));

const write = useFolder();

async function runbook(...objects: readonly object[]): Promise<string> {
  write({ 'app.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }) });
  return (await runCaptured('runbook', '--no-config', 'app.json')).out;
}

/** The text between one heading and the next. */
function sectionOf(page: string, title: string): string {
  const [, text = ''] = page.split(new RegExp(`^#+ ${title}$`, 'm'));
  return (text.split(/^#+ /m)[0] ?? '').replace(/<a id="[^"]*"><\/a>/g, '').trim();
}

test('the way of a request has its real names, ports and seconds, and commands that follow it', async () => {
  const page = sectionOf(
    await runbook(deployment({ preStop: 10 }), service, ingress()),
    'Service, endpoints and Ingress',
  );
  expect(page).toContain('| Ingress `front` | nginx | `shop.example.com/cart` |');
  expect(page).toContain('| `cart` | ClusterIP | 80/TCP (`web`) | port `http` (8080) of container `web` |');
  expect(page).toContain(
    'Route `ingress-nginx`, a proxy in the cluster: requests may reach a pod for 8 s after its deletion',
  );
  expect(page).toContain('After its deletion a pod accepts requests for 10 s.');
  for (const command of [
    'kubectl -n shop get service/cart -o wide',
    'kubectl -n shop describe endpointslices -l kubernetes.io/service-name=cart',
    'kubectl -n shop get pods -l app=cart -o wide',
    'kubectl -n shop describe ingress/front',
    'kubectl get --raw /api/v1/namespaces/shop/services/cart:80/proxy/ready',
  ])
    expect(page).toContain(`${command}\n`);
});

test.each([
  ['no hook', undefined],
  ['a hook that is long enough', 10],
])('502 says of %s what simulate says', async (_, preStop) => {
  const objects = [deployment({ preStop }), service, ingress()];
  const page = sectionOf(await runbook(...objects), '502 Bad Gateway');
  const { out } = await runCaptured('simulate', '--no-config', '--runs', '1', '-o', 'json', 'app.json');
  const [report] = JSON.parse(out).workloads;
  const refused = report.bounds.hazards.filter(({ cause }: { cause: string }) => cause === 'refused');
  expect(refused).toHaveLength(preStop === undefined ? 1 : 0);
  for (const { why, fix } of refused) expect(page).toContain(`During a rollout: ${why}. Fix: ${fix}.`);
  if (preStop !== undefined)
    expect(page).toContain(
      'During a rollout: not expected. Requests may reach a pod for 8 s after its deletion (route `ingress-nginx`), and it accepts them for 10 s.',
    );
  expect(page).toContain('container `web` crashes');
  expect(page).toContain('kubectl -n shop logs -l app=cart -c web --prefix --tail=200 --previous\n');
});

test('503 says when a pod is Ready, and when a rollout leaves none', async () => {
  const page = sectionOf(
    await runbook(deployment({ strategy: 'Recreate' }), service, ingress()),
    '503 Service Unavailable',
  );
  expect(page).toContain('From NGINX (Ingress shop/front): the Service has no ready endpoint.');
  expect(page).toContain('No pod behind Service `cart` is Ready');
  expect(page).toContain('GET `/ready` on port `http` succeeds: at most 6 s after it answers, and at most 16 s more');
  expect(page).toContain('During a rollout: the strategy Recreate stops 3 pods');
  expect(page).toContain('describe endpointslices -l kubernetes.io/service-name=cart\n');
});

test.each([
  [undefined, 30, 'waits 60 s. The longest request is declared as 30 s, which fits'],
  ['20', 30, 'waits 20 s. The longest request is declared as 30 s, which does not fit'],
  ['20', undefined, 'waits 20 s. The longest request is not declared'],
])('504 holds the proxy against the longest request: read timeout %s, request %s', async (read, drainSeconds, told) => {
  const annotations: Record<string, string> =
    read === undefined ? {} : { 'nginx.ingress.kubernetes.io/proxy-read-timeout': read };
  const page = sectionOf(
    await runbook(deployment({ drainSeconds }), service, ingress(annotations)),
    '504 Gateway Timeout',
  );
  expect(page).toContain(told);
  expect(page).toContain('kubectl -n shop top pod -l app=cart --containers\n');
});

test('the idle timeout of an Application Load Balancer is read among its attributes', async () => {
  const annotations = {
    'alb.ingress.kubernetes.io/load-balancer-attributes': 'routing.http2.enabled=true,idle_timeout.timeout_seconds=300',
  };
  const page = await runbook(deployment(), service, ingress(annotations, 'alb'));
  expect(sectionOf(page, '504 Gateway Timeout')).toContain(
    'The Application Load Balancer (Ingress shop/front) waits 300 s.',
  );
  expect(sectionOf(page, '503 Service Unavailable')).toContain('its target group has no registered target');
});

test.each([
  ['an Ingress', [ingress()], 'ingress-nginx', 'Ingress `front` | nginx', 'NGINX'],
  ['an IngressRoute of another namespace', [ingressRoute], 'traefik', 'IngressRoute `edge` | traefik', 'Traefik'],
  ['a route of the Gateway API', grpcRoute, 'istio', 'GRPCRoute `calls` | istio', 'Envoy of Istio'],
])('runbook and simulate name the same front: %s', async (_, fronts, route, row, proxy) => {
  const page = await runbook(deployment({ preStop: 20 }), service, ...fronts);
  expect(page).toContain(`| ${row} |`);
  expect(sectionOf(page, '502 Bad Gateway')).toContain(`From ${proxy} (`);
  const { out } = await runCaptured('simulate', '--no-config', '--runs', '1', '-o', 'json', 'app.json');
  expect(JSON.parse(out).workloads[0].read.route).toBe(route);
  expect(page).toContain(`Route \`${route}\``);
});

test('a declared route stands for the proxy that the manifests do not show', async () => {
  const page = await runbook(deployment({ route: 'apisix' }), service);
  expect(sectionOf(page, 'Service, endpoints and Ingress')).toContain(
    'Nothing in these manifests stands before the Service.',
  );
  expect(sectionOf(page, '502 Bad Gateway')).toContain('From APISIX (route apisix)');
});

test('without a proxy the codes are the app itself, and what clients see instead is told', async () => {
  const page = await runbook(deployment({ preStop: 10 }), service);
  expect(sectionOf(page, '502, 503 and 504')).toContain('they come from the app itself');
  expect(page).not.toContain('502 Bad Gateway');
});

test('a workload that no Service selects has no such section', async () => {
  expect(await runbook(deployment())).not.toContain('Service, endpoints and Ingress');
});

test('a port that no container declares is named as that', async () => {
  const wrong = { ...service, spec: { ...service.spec, ports: [{ port: 80, targetPort: 'grpc' }] } };
  expect(await runbook(deployment(), wrong)).toContain('| port `grpc`, which no container declares |');
});

test('the configuration declares the route, as it does for simulate', async () => {
  write({
    'app.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [deployment(), service] }),
    '.cdk8s-lifecycle.yaml': 'route: traefik\n',
  });
  const { out } = await runCaptured('runbook', 'app.json');
  expect(out).toContain('Route `traefik`, a proxy in the cluster: requests may reach a pod for 12 s');
  expect((await runCaptured('runbook', '--no-config', 'app.json')).out).toContain('Route `cluster-ip`');
});

test.each(['HTTPRoute', 'GRPCRoute', 'TLSRoute'])('a %s is on the way of a request', async (kind) => {
  const fronts = grpcRoute.map((object) => (object.kind === 'GRPCRoute' ? { ...object, kind } : object));
  expect(await runbook(deployment(), service, ...fronts)).toContain(`| ${kind} \`calls\` | istio`);
});

test('a route of your own says where it sends requests', async () => {
  write({ 'app.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [deployment(), service] }) });
  const route = 'custom(withdrawal=20s, preStop=25s, registration=40s, targets=pods)';
  write({ '.cdk8s-lifecycle.yaml': `route: '${route}'\n` });
  const { out } = await runCaptured('runbook', 'app.json');
  expect(out).toContain('Route `custom`, a balancer that sends to pods: requests may reach a pod for 20 s');
});

import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Capacity,
  EnvFrom,
  EnvValue,
  HealthCheck,
  HealthChecks,
  Hook,
  KubernetesVersion,
  Platform,
  PodAmount,
  Resources,
  RollingUpdate,
  Shutdown,
  TrafficRoute,
} from '../../lib';
import { find, image, type Loose, newChart, service, synthesize, synthOne } from './fixtures';

const deployment = (props: Parameters<typeof service>[2] = {}) =>
  synthOne('Deployment', (chart) => service(chart, 'cart', props));
const podSpec = (props: Parameters<typeof service>[2] = {}) => deployment(props).spec.template.spec;
const main = (props: Parameters<typeof service>[2] = {}) => podSpec(props).containers[0];

test('the default child is the Deployment', () => {
  const cart = service(newChart());
  expect(ApiObject.of(cart).kind).toBe('Deployment');
});

test('emits a Deployment, a Service and a PodDisruptionBudget, named by the id', () => {
  const chart = newChart();
  service(chart);
  expect(synthesize(chart).map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([
    'Deployment shop/cart',
    'Service shop/cart',
    'PodDisruptionBudget shop/cart',
  ]);
});

test('states every documented default', () => {
  const { spec } = deployment();
  expect(spec).toMatchObject({
    replicas: 3,
    minReadySeconds: 0,
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
  });
  expect(spec.template.spec).toMatchObject({
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 60,
    automountServiceAccountToken: false,
    dnsPolicy: 'ClusterFirst',
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(spec.template.spec.containers[0]).toMatchObject({
    imagePullPolicy: 'IfNotPresent',
    lifecycle: { preStop: { sleep: { seconds: 10 } } },
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    },
    readinessProbe: {
      httpGet: { path: '/ready', port: 8080, scheme: 'HTTP' },
      initialDelaySeconds: 5,
      periodSeconds: 5,
      timeoutSeconds: 1,
      failureThreshold: 3,
      successThreshold: 1,
    },
    livenessProbe: {
      httpGet: { path: '/healthz', port: 8080, scheme: 'HTTP' },
      initialDelaySeconds: 10,
      periodSeconds: 10,
      timeoutSeconds: 1,
      failureThreshold: 3,
    },
    startupProbe: {
      httpGet: { path: '/healthz', port: 8080, scheme: 'HTTP' },
      initialDelaySeconds: 0,
      periodSeconds: 5,
      timeoutSeconds: 1,
      failureThreshold: 30,
    },
  });
});

test('spreads over nodes and zones without demanding it', () => {
  const spread = podSpec().topologySpreadConstraints;
  expect(
    spread.map(({ topologyKey, whenUnsatisfiable, maxSkew }: Loose) => [topologyKey, whenUnsatisfiable, maxSkew]),
  ).toEqual([
    ['kubernetes.io/hostname', 'ScheduleAnyway', 1],
    ['topology.kubernetes.io/zone', 'ScheduleAnyway', 1],
  ]);
  expect(podSpec().affinity).toBeUndefined();
  expect(podSpec({ topologySpread: [] }).topologySpreadConstraints).toBeUndefined();
});

test('lets a drain take one pod at a time, and unhealthy ones always', () => {
  const { spec } = synthOne('PodDisruptionBudget', (chart) => service(chart));
  expect(spec).toEqual({
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/component': 'service' } },
  });
});

test('one or two replicas lose none to a rolling update', () => {
  for (const replicas of [1, 2]) {
    expect(deployment({ replicas }).spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
  }
});

test('maxSurge and maxUnavailable survive as numbers and as percentages', () => {
  const numbers = RollingUpdate.of({ maxSurge: PodAmount.pods(2), maxUnavailable: PodAmount.pods(0) });
  const percentages = RollingUpdate.of({ maxSurge: PodAmount.percent(50), maxUnavailable: PodAmount.percent(10) });
  expect(deployment({ rollingUpdate: numbers }).spec.strategy.rollingUpdate).toEqual({
    maxSurge: 2,
    maxUnavailable: 0,
  });
  expect(deployment({ rollingUpdate: percentages }).spec.strategy.rollingUpdate).toEqual({
    maxSurge: '50%',
    maxUnavailable: '10%',
  });
});

test('with a declared capacity, only what the peak leaves over may be missing', () => {
  const capacity = Capacity.of({ peak: 400, perReplica: 100 });
  expect(deployment({ replicas: 4, capacity }).spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
  expect(deployment({ replicas: 6, capacity }).spec.strategy.rollingUpdate.maxUnavailable).toBe(2);
  expect(() => deployment({ replicas: 3, capacity })).toThrow(
    "'replicas' (3) at 100 each do not carry the peak of 400: give it at least 4",
  );
  expect(() =>
    deployment({ replicas: 4, capacity, rollingUpdate: RollingUpdate.of({ maxUnavailable: PodAmount.pods(1) }) }),
  ).toThrow("'maxUnavailable' (1) leaves 3 of 4 replicas, and the peak of 400 needs 4: lower it to 0, or leave it out");
});

test('a slow start raises the progress deadline above the start-up budget', () => {
  const health = HealthChecks.http().startsWithin(Duration.minutes(20));
  const { spec } = deployment({ health });
  const { failureThreshold, periodSeconds, timeoutSeconds } = spec.template.spec.containers[0].startupProbe;
  expect((failureThreshold - 1) * periodSeconds).toBeGreaterThanOrEqual(1200);
  expect(spec.progressDeadlineSeconds).toBe(failureThreshold * periodSeconds + timeoutSeconds + 60);
});

test('all four mechanisms of a check are rendered', () => {
  const http = HealthChecks.of({ readiness: HealthCheck.http({ path: '/r', port: 9000, headers: { Cookie: 'a=b' } }) });
  expect(main({ health: http }).readinessProbe.httpGet).toEqual({
    path: '/r',
    port: 9000,
    scheme: 'HTTP',
    httpHeaders: [{ name: 'Cookie', value: 'a=b' }],
  });
  expect(main({ health: HealthChecks.tcp() }).livenessProbe.tcpSocket).toEqual({ port: 8080 });
  expect(main({ health: HealthChecks.exec({ readiness: ['cat', '/tmp/ok'] }) }).readinessProbe.exec).toEqual({
    command: ['cat', '/tmp/ok'],
  });
  expect(main({ health: HealthChecks.grpc({ readiness: 'shop' }) }).readinessProbe.grpc).toEqual({
    port: 8080,
    service: 'shop',
  });
});

test('hooks are rendered as exec, http and sleep', () => {
  const postStart = Hook.exec(['/warm-up']);
  const preStop = Hook.http({ path: '/drain', port: 9000 });
  const { lifecycle } = main({ postStart, shutdown: Shutdown.of({ preStop, preStopTakes: Duration.seconds(20) }) });
  expect(lifecycle).toEqual({
    postStart: { exec: { command: ['/warm-up'] } },
    preStop: { httpGet: { path: '/drain', port: 9000, scheme: 'HTTP' } },
  });
});

test('before Kubernetes 1.30 the sleep needs a shell', () => {
  const preStop = synthOne('Deployment', (chart) => {
    Platform.of(chart).set({ kubernetesVersion: KubernetesVersion.V1_29 });
    service(chart);
  }).spec.template.spec.containers[0].lifecycle.preStop;
  expect(preStop).toEqual({ exec: { command: ['/bin/sh', '-c', 'sleep 10'] } });
});

test('a slower route asks for a longer preStop and grace period', () => {
  const spec = podSpec({ route: TrafficRoute.albIp() });
  expect(spec.containers[0].lifecycle.preStop).toEqual({ sleep: { seconds: 30 } });
  expect(spec.terminationGracePeriodSeconds).toBe(70);
});

test('its own Ingress and a further Service decide about the route', () => {
  const chart = newChart();
  const cart = service(chart, 'cart', {
    ingress: { className: 'alb', annotations: { 'alb.ingress.kubernetes.io/target-type': 'ip' } },
  });
  expect(find(synthesize(chart), 'Deployment').metadata.annotations['cdk8s-lifecycle/route']).toBe('alb-ip');
  cart.expose({
    name: 'cart-external',
    type: kplus.ServiceType.LOAD_BALANCER,
    annotations: {
      'service.beta.kubernetes.io/aws-load-balancer-type': 'external',
      'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
    },
  });
  const { metadata, spec } = find(synthesize(chart), 'Deployment');
  expect(metadata.annotations['cdk8s-lifecycle/route']).toBe('nlb-ip');
  expect(spec.template.spec.terminationGracePeriodSeconds).toBe(130 + 30 + 10);
  expect(spec.minReadySeconds).toBe(180);
});

test('an autoscaler owns the replicas, and never goes below them', () => {
  const chart = newChart();
  service(chart, 'cart', { replicas: 4, autoscaling: { maxReplicas: 10, cpuUtilization: 60 } });
  const objects = synthesize(chart);
  expect(find(objects, 'Deployment').spec).not.toHaveProperty('replicas');
  expect(find(objects, 'HorizontalPodAutoscaler').spec).toMatchObject({
    minReplicas: 4,
    maxReplicas: 10,
    scaleTargetRef: { kind: 'Deployment', name: 'cart' },
  });
});

test('an autoscaler that goes below three pods leaves none of them missing during an update', () => {
  const strategy = (minReplicas: number) =>
    deployment({ autoscaling: { minReplicas, maxReplicas: 10 } }).spec.strategy.rollingUpdate;
  expect(strategy(2)).toEqual({ maxSurge: 1, maxUnavailable: 0 });
  expect(strategy(3)).toEqual({ maxSurge: 1, maxUnavailable: 1 });
});

test('the Service leads from its own port to the app, and an Ingress or HTTPRoute to the Service', () => {
  const chart = newChart();
  service(chart, 'cart', {
    servicePort: 80,
    ingress: { host: 'cart.example.com', className: 'nginx', tlsSecret: 'tls' },
    httpRoute: { gateway: 'public', hostnames: ['cart.example.com'] },
  });
  const objects = synthesize(chart);
  expect(find(objects, 'Service').spec.ports).toEqual([{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8080 }]);
  expect(find(objects, 'Ingress').spec.rules[0].http.paths[0].backend).toEqual({
    service: { name: 'cart', port: { number: 80 } },
  });
  expect(find(objects, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([{ name: 'cart', port: 80 }]);
});

test('config and files that change roll the pods, and what does not change rolls nothing', () => {
  const template = (config: Record<string, string>, files: Record<string, string>) =>
    deployment({ config, files }).spec.template;
  const before = template({ LEVEL: 'info' }, { '/etc/app.conf': 'a' });
  expect(template({ LEVEL: 'info' }, { '/etc/app.conf': 'a' })).toEqual(before);
  expect(template({ LEVEL: 'debug' }, { '/etc/app.conf': 'a' })).not.toEqual(before);
  expect(template({ LEVEL: 'info' }, { '/etc/app.conf': 'b' })).not.toEqual(before);
});

test('immutable ConfigMaps are named after their content', () => {
  const name = (level: string) =>
    synthOne('ConfigMap', (chart) => service(chart, 'cart', { config: { level }, immutableConfig: true })).metadata
      .name;
  expect(name('info')).toMatch(/^cart-config-[0-9a-f]{8}$/);
  expect(name('info')).not.toBe(name('debug'));
});

test('no value of a Secret enters the manifest: references only', () => {
  const { containers, volumes } = podSpec({
    env: { PASSWORD: EnvValue.fromSecret('db', 'password') },
    secretFiles: { '/etc/tls': 'tls' },
  });
  expect(containers[0].env).toEqual([
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
  ]);
  expect(volumes).toContainEqual({ name: 'secret-tls', secret: { secretName: 'tls' } });
});

test('a container is told of its own pod', () => {
  expect(
    main({ env: { POD_NAME: EnvValue.fromField('metadata.name'), NODE: EnvValue.fromField('spec.nodeName') } }).env,
  ).toEqual([
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ]);
});

test('variables stand in the order in which they are given, since one may refer to another before it', () => {
  const env = {
    URL: EnvValue.fromConfigMap('shop', 'url', { optional: true }),
    LIMIT: EnvValue.fromResource('limits.memory', { divisor: '1Mi' }),
    TARGET: EnvValue.of('$(URL)/cart'),
  };
  expect(main({ env }).env).toEqual([
    { name: 'URL', valueFrom: { configMapKeyRef: { name: 'shop', key: 'url', optional: true } } },
    { name: 'LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
    { name: 'TARGET', value: '$(URL)/cart' },
  ]);
});

test('sources of variables stand in front of the ConfigMap of the construct, which wins over them', () => {
  const envFrom = [EnvFrom.configMap('shared', { prefix: 'SHOP_' }), EnvFrom.secret('keys', { optional: true })];
  expect(main({ envFrom, config: { LEVEL: 'info' } }).envFrom).toEqual([
    { configMapRef: { name: 'shared' }, prefix: 'SHOP_' },
    { secretRef: { name: 'keys', optional: true } },
    { configMapRef: { name: 'cart-config' } },
  ]);
  const sidecar = { name: 'proxy', image, resources: Resources.of({ cpu: '10m', memory: '16Mi' }), envFrom };
  expect(podSpec({ sidecars: [sidecar] }).initContainers[0].envFrom).toHaveLength(2);
});

test('sidecars start before init containers, and further containers stand beside the app', () => {
  const extra = { image, resources: Resources.of({ cpu: '10m', memory: '16Mi' }) };
  const spec = podSpec({
    sidecars: [{ ...extra, name: 'proxy', ports: [{ name: 'proxy', port: 9000 }], health: HealthChecks.tcp() }],
    initContainers: [{ ...extra, name: 'migrate' }],
    containers: [{ ...extra, name: 'metrics' }],
  });
  expect(spec.initContainers.map(({ name, restartPolicy }: Loose) => [name, restartPolicy])).toEqual([
    ['proxy', 'Always'],
    ['migrate', undefined],
  ]);
  expect(spec.initContainers[0].startupProbe.tcpSocket).toEqual({ port: 9000 });
  expect(spec.initContainers[1]).not.toHaveProperty('startupProbe');
  expect(spec.containers.map(({ name }: Loose) => name)).toEqual(['cart', 'metrics']);
});

test('a patch comes last, on what the generated types of Kubernetes 1.28 do not know too', () => {
  const chart = newChart();
  const cart = service(chart);
  cart.patch(cart.service, JsonPatch.add('/spec/trafficDistribution', 'PreferClose'));
  cart.patch(cart.deployment, JsonPatch.replace('/spec/strategy/rollingUpdate/maxSurge', 2));
  const objects = synthesize(chart);
  expect(find(objects, 'Service').spec.trafficDistribution).toBe('PreferClose');
  expect(find(objects, 'Deployment').spec.strategy.rollingUpdate.maxSurge).toBe(2);
});

test('a patch whose path does not exist is an error, and one of a foreign object too', () => {
  const chart = newChart();
  const [cart, other] = [service(chart), service(chart, 'other')];
  expect(() => cart.patch(other.deployment, JsonPatch.remove('/spec'))).toThrow(
    "'shop/other/Deployment' is not an object of 'shop/cart'",
  );
  cart.patch(cart.deployment, JsonPatch.replace('/spec/strategy/maxSurge', 2));
  expect(() => synthesize(chart)).toThrow(
    "patch 'replace /spec/strategy/maxSurge' finds no '/spec/strategy/maxSurge' in Deployment 'cart'",
  );
});

test('has no readiness check, no synthesis', () => {
  expect(() => deployment({ health: HealthChecks.of({ liveness: HealthCheck.tcp() }) })).toThrow(
    "'health' has no readiness check",
  );
});

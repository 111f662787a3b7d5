import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { boundsOf } from '../../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../../lib/rollout/bounds/counterexample';
import { reportOfPlan } from '../../lib/rollout/report';
import type { Shape } from './manifests';
import { plan, planFor, sleeps, workload } from './manifests';

const careful: Shape = { preStop: sleeps(10), gracePeriod: 60 };
const causes = (given: ReturnType<typeof plan>) => boundsOf(given, 'rollout').hazards.map(({ cause }) => cause);

test("Kubernetes' defaults without preStop lose: requests are refused while routers still send them", () => {
  const given = plan({ replicas: 3 });
  const { verdict, certain, hazards } = boundsOf(given, 'rollout');
  expect([verdict, certain, causes(given)]).toEqual(['loss-possible', false, ['refused']]);
  const story = counterexampleOf(given, 'rollout', hazards)?.story.map(({ text }) => text);
  expect(story?.at(-1)).toMatch(/^a router \(cluster-ip\) .* sends a request to old-0: connection refused$/);
});

test('the documented defaults lose nothing, and tell what they leave to spare', () => {
  const { verdict, assumptions } = boundsOf(plan({ ...careful, maxSurge: 1, maxUnavailable: 1 }), 'rollout');
  expect(verdict).toBe('no-loss');
  expect(assumptions).toContainEqual({ name: 'withdrawal', limitSeconds: 10, valueSeconds: 5, marginSeconds: 5 });
  expect(assumptions).toContainEqual({
    name: 'longest request',
    limitSeconds: 50,
    valueSeconds: 30,
    marginSeconds: 20,
  });
});

test('one replica with maxUnavailable 1 has an outage, for certain where nothing can start while the old pod stops', () => {
  const given = plan({ ...careful, replicas: 1, maxSurge: 0, maxUnavailable: 1 });
  expect(boundsOf(given, 'rollout')).toMatchObject({ verdict: 'loss-possible', certain: false });
  const hurried = plan({ gracePeriod: 60, replicas: 1, maxSurge: 0, maxUnavailable: 1 });
  expect(boundsOf(hurried, 'rollout')).toMatchObject({ verdict: 'loss-possible', certain: true });
  expect(causes(given)).toEqual(['no-endpoint']);
});

test('one replica with surge 1 and unavailable 0 has none', () => {
  expect(boundsOf(plan({ ...careful, replicas: 1, maxSurge: 1, maxUnavailable: 0 }), 'rollout').verdict).toBe(
    'no-loss',
  );
});

test('a budget with minAvailable = replicas blocks the drain', () => {
  const budget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { minAvailable: 3, selector: { matchLabels: { app: 'cart' } } },
  };
  const { verdict, stalls } = boundsOf(planFor([workload(careful), budget]), 'drain');
  expect(verdict).toBe('stalls');
  expect(stalls).toEqual([
    'PodDisruptionBudget "cart" allows no eviction of 3 healthy pods: the drain asks again for ever',
  ]);
});

test('the first rollout that adds a preStop still loses: the old pods have none', () => {
  const from = ManifestSet.of([workload({ replicas: 3, gracePeriod: 60 })]);
  const after = { ...careful, maxSurge: 1, maxUnavailable: 0 };
  expect(boundsOf(plan(after), 'rollout').verdict).toBe('no-loss');
  expect(boundsOf(plan(after, { from }), 'rollout').verdict).toBe('loss-possible');
});

test('a process that exits on SIGTERM cuts what it had accepted, unless the hook waits for that too', () => {
  const exits = { scenario: { onSigterm: 'exits', longestRequestSeconds: 4 } } as const;
  expect(causes(plan({ preStop: sleeps(6), gracePeriod: 60 }, exits))).toEqual(['cut']);
  expect(causes(plan({ preStop: sleeps(9), gracePeriod: 60 }, exits))).toEqual([]);
});

test('a hook that an image without a shell cannot run holds nothing back', () => {
  const container = { image: 'gcr.io/distroless/static:nonroot' };
  const preStop = { exec: { command: ['/bin/sh', '-c', 'sleep 10'] } };
  expect(causes(plan({ preStop, container, gracePeriod: 60 }))).toEqual(['refused']);
  expect(causes(plan({ preStop, gracePeriod: 60 }))).toEqual([]);
});

test('a native sleep that the version of the cluster drops holds nothing back', () => {
  expect(causes(plan(careful, { scenario: { kubernetesVersion: '1.28' } }))).toEqual(['refused']);
});

test('a hook as long as the grace period leaves requests 2 s to finish', () => {
  const given = plan(
    { preStop: sleeps(40), gracePeriod: 30, annotations: { 'cdk8s-lifecycle/drain-seconds': '10' } },
    { scenario: { route: 'alb-ip', registrationSeconds: 0 } },
  );
  expect(causes(given)).toEqual(['cut']);
});

test('a shell that keeps SIGTERM to itself has the process killed with what it does', () => {
  const container = { command: ['/bin/sh', '-c', 'migrate && serve'] };
  expect(causes(plan({ container, gracePeriod: 30 }))).toEqual(['cut']);
  expect(causes(plan({ container, gracePeriod: 40 }))).toEqual([]);
});

test('Recreate stops all pods before the first new one starts', () => {
  const given = plan({ ...careful, strategy: { type: 'Recreate' } });
  expect(boundsOf(given, 'rollout')).toMatchObject({ verdict: 'loss-possible', certain: true });
});

test('without a readiness probe requests come before the process answers', () => {
  const { certain, hazards } = boundsOf(plan({ ...careful, readinessProbe: null }), 'rollout');
  expect(certain).toBe(false);
  expect(hazards.map(({ fix }) => fix)).toEqual(['add a readiness probe']);
});

test('that is certain where the process is known to be slow, and not where it listens at once', () => {
  const certain = (startUpSeconds: number) =>
    boundsOf(plan({ ...careful, readinessProbe: null }, { scenario: { startUpSeconds } }), 'rollout').certain;
  expect([certain(5), certain(0.05)]).toEqual([true, false]);
});

test('a slow balancer is a certain loss only where no slow start gives it time', () => {
  const shape: Shape = {
    ...careful,
    maxSurge: 1,
    maxUnavailable: 0,
    annotations: { 'cdk8s-lifecycle/route': 'alb-ip' },
  };
  expect(boundsOf(plan({ ...shape, preStop: sleeps(130), gracePeriod: 180 }), 'rollout').certain).toBe(false);
  expect(boundsOf(plan({ ...shape, replicas: 1 }), 'rollout').certain).toBe(true);
});

test('a balancer that is slower than the rollout is outrun, unless a pod waits for it or a gate does', () => {
  const alb = {
    ...careful,
    preStop: sleeps(30),
    gracePeriod: 90,
    maxSurge: 1,
    maxUnavailable: 0,
    annotations: { 'cdk8s-lifecycle/route': 'alb-ip' },
  };
  expect(causes(plan(alb))).toEqual(['no-endpoint']);
  expect(causes(plan({ ...alb, minReadySeconds: 60 }))).toEqual([]);
  expect(causes(plan({ ...alb, annotations: { 'cdk8s-lifecycle/route': 'alb-ip+readiness-gate' } }))).toEqual([]);
});

test.each<[string, Shape, RegExp]>([
  ['a probe of an undeclared port', { readinessProbe: { httpGet: { port: 'web' } } }, /names port "web"/],
  [
    'a probe of another container that can never pass',
    {
      pod: {
        initContainers: [
          { name: 'proxy', image: 'proxy:1', restartPolicy: 'Always', startupProbe: { httpGet: { port: 'admin' } } },
        ],
      },
    },
    /startupProbe of container "proxy" names port "admin"/,
  ],
  [
    'a single-pod claim',
    { pod: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] }, maxUnavailable: 0 },
    /ReadWriteOncePod claim/,
  ],
  ['a port of the host on every node', { pod: { hostNetwork: true }, maxUnavailable: 0 }, /port 8080 is free/],
  [
    'a start-up longer than the progress deadline',
    { startupProbe: { httpGet: { port: 8080 }, periodSeconds: 10, failureThreshold: 60 } },
    /reported as failed after 600 s/,
  ],
  ['a paused Deployment', { spec: { paused: true } }, /paused/],
])('%s stalls the rollout', (_, shape, reason) => {
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'shop' },
    spec: { accessModes: ['ReadWriteOncePod'] },
  };
  const { verdict, stalls } = boundsOf(planFor([workload(shape), claim]), 'rollout');
  expect(verdict).toBe('stalls');
  expect(stalls.join()).toMatch(reason);
});

test('a version that never becomes ready is reported, leaves the capacity it may not take, and is not rolled back', () => {
  const { verdict, stalls } = boundsOf(plan({ ...careful, maxSurge: 1, maxUnavailable: 0 }), 'bad-version');
  expect(verdict).toBe('stalls');
  expect(stalls[0]).toMatch(
    /3 of 3 pods of the old one stay: it is reported after 600 s \(ProgressDeadlineExceeded\), and nothing rolls back/,
  );
});

test('what no request reaches loses none', () => {
  expect(boundsOf(plan({ annotations: { 'cdk8s-lifecycle/served': 'false' } }), 'rollout').verdict).toBe('no-loss');
});

test('a StatefulSet replaces its single pod with an outage', () => {
  expect(boundsOf(plan({ ...careful, kind: 'StatefulSet', replicas: 1 }), 'rollout')).toMatchObject({ certain: true });
  expect(boundsOf(plan({ ...careful, kind: 'StatefulSet', replicas: 3 }), 'rollout').verdict).toBe('no-loss');
});

test('a loss is certain by its kind: a hook that is missing is not made so by a probe that is', () => {
  const slow = plan({ readinessProbe: null }, { scenario: { startUpSeconds: 5 } });
  expect(boundsOf(slow, 'rollout').certainHazards.map(({ kind }) => kind)).toEqual(['starts-late']);
  const { bounds } = reportOfPlan(slow, { runs: 1 });
  expect(bounds.hazards.map(({ kind, certain }) => [kind, certain])).toEqual([
    ['closes-early', false],
    ['starts-late', true],
  ]);
});

test('two budgets over the pods block a drain, two variants of one budget do not', () => {
  const budget = (name: string) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace: 'shop' },
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'cart' } } },
  });
  const verdict = (...names: string[]) => boundsOf(planFor([workload(careful), ...names.map(budget)]), 'drain').verdict;
  expect(verdict('cart', 'cart')).toBe('no-loss');
  expect(verdict('cart', 'all')).toBe('stalls');
});

import fc from 'fast-check';
import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import type { Plan } from '../../lib/rollout/plan';
import { type PlanOptions, planOf } from '../../lib/rollout/reading/read-plan';

/** What a Deployment of the tests is made of; whatever is left out is as a person would leave it out. */
export interface Shape {
  readonly kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly replicas?: number;
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  readonly strategy?: object;
  readonly minReadySeconds?: number;
  readonly progressDeadlineSeconds?: number;
  readonly gracePeriod?: number;
  readonly preStop?: object;
  readonly readinessProbe?: object | null;
  readonly startupProbe?: object;
  readonly livenessProbe?: object;
  readonly container?: object;
  readonly pod?: object;
  readonly spec?: object;
  readonly annotations?: Record<string, string>;
}

const READINESS = { httpGet: { path: '/ready', port: 8080 }, initialDelaySeconds: 5, periodSeconds: 5 };

/** A hook that sleeps, as the manifests write it. */
export const sleeps = (seconds: number) => ({ sleep: { seconds } });

/** A workload with a port and a readiness probe, and what the shape says. */
export function workload(shape: Shape = {}): Manifest {
  const { kind = 'Deployment', replicas = 3, readinessProbe = READINESS, preStop } = shape;
  const rolling = { maxSurge: shape.maxSurge, maxUnavailable: shape.maxUnavailable };
  const strategy = shape.strategy ?? { type: 'RollingUpdate', rollingUpdate: rolling };
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind,
      metadata: { name: 'cart', namespace: 'shop', annotations: shape.annotations },
      spec: {
        replicas: kind === 'DaemonSet' ? undefined : replicas,
        selector: { matchLabels: { app: 'cart' } },
        [kind === 'Deployment' ? 'strategy' : 'updateStrategy']: strategy,
        minReadySeconds: shape.minReadySeconds,
        progressDeadlineSeconds: shape.progressDeadlineSeconds,
        ...shape.spec,
        template: {
          metadata: { labels: { app: 'cart' } },
          spec: {
            terminationGracePeriodSeconds: shape.gracePeriod,
            ...shape.pod,
            containers: [
              {
                name: 'web',
                image: 'registry.example.com/shop/cart:1.4.2',
                ports: [{ containerPort: 8080, name: 'http' }],
                readinessProbe: readinessProbe ?? undefined,
                startupProbe: shape.startupProbe,
                livenessProbe: shape.livenessProbe,
                lifecycle: preStop === undefined ? undefined : { preStop },
                ...shape.container,
              },
            ],
          },
        },
      },
    }),
  );
}

/** The plan of the first of these manifests. */
export function planFor(manifests: readonly Manifest[], options: PlanOptions = {}): Plan {
  const set = ManifestSet.of(manifests);
  const plan = planOf(set, set.objects[0] as SetObject, options);
  if (plan === undefined) throw new Error('the manifest has no rollout');
  return plan;
}

/** The plan of a workload of this shape. */
export function plan(shape: Shape = {}, options: PlanOptions = {}): Plan {
  return planFor([workload(shape)], options);
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 120 }).map((percent) => `${percent}%`),
);
const probe = fc.record({
  httpGet: fc.constant({ path: '/', port: 8080 }),
  initialDelaySeconds: fc.integer({ min: 0, max: 20 }),
  periodSeconds: fc.integer({ min: 1, max: 15 }),
  failureThreshold: fc.integer({ min: 1, max: 10 }),
  successThreshold: fc.integer({ min: 1, max: 3 }),
});
const once = probe.map((each) => ({ ...each, successThreshold: 1 }));

/** Any Deployment that the API server takes, within reason. */
export const anyShape: fc.Arbitrary<Shape> = fc.record(
  {
    replicas: fc.integer({ min: 1, max: 12 }),
    maxSurge: amount,
    maxUnavailable: amount.map((each) =>
      typeof each === 'string' ? `${Math.min(100, Number.parseInt(each, 10))}%` : each,
    ),
    minReadySeconds: fc.integer({ min: 0, max: 30 }),
    gracePeriod: fc.integer({ min: 0, max: 90 }),
    preStop: fc.oneof(
      fc.integer({ min: 0, max: 40 }).map(sleeps),
      fc.constant({ exec: { command: ['/bin/sh', '-c', 'sleep 10'] } }),
      fc.constant({ exec: { command: ['nginx', '-s', 'quit'] } }),
      fc.constant({ exec: { command: ['sh', '-c', 'sleep 7; nginx -s stop; sleep 20'] } }),
      fc.constant({ exec: { command: ['/app/drain'] } }),
    ),
    readinessProbe: fc.option(probe, { nil: null }),
    startupProbe: once,
    livenessProbe: once,
    annotations: fc.constantFrom('cluster-ip', 'ingress-nginx', 'alb-ip', 'alb-instance', 'istio').map((route) => ({
      'cdk8s-lifecycle/route': route,
    })),
  },
  { requiredKeys: ['replicas', 'annotations'] },
);

/** Workloads of the other kinds and strategies. */
export const anyOtherShape: fc.Arbitrary<Shape> = fc
  .tuple(
    anyShape,
    fc.constantFrom<Shape>(
      { kind: 'Deployment', strategy: { type: 'Recreate' } },
      { kind: 'StatefulSet', strategy: { type: 'RollingUpdate' } },
      { kind: 'StatefulSet', strategy: { type: 'RollingUpdate' }, spec: { podManagementPolicy: 'Parallel' } },
      { kind: 'StatefulSet', strategy: { rollingUpdate: { maxUnavailable: 2, partition: 1 } } },
      {
        kind: 'StatefulSet',
        strategy: { rollingUpdate: { maxUnavailable: '50%' } },
        spec: { podManagementPolicy: 'Parallel' },
      },
      { kind: 'DaemonSet', strategy: { rollingUpdate: { maxUnavailable: 2 } } },
      { kind: 'DaemonSet', strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
    ),
  )
  .map(([shape, other]) => ({ ...shape, ...other }));

/** StatefulSets that say how many pods may be missing: most versions read it for one. */
export const anyStatefulSet: fc.Arbitrary<Shape> = fc
  .tuple(anyShape, fc.constantFrom('OrderedReady', 'Parallel'), fc.integer({ min: 1, max: 5 }))
  .map(([shape, podManagementPolicy, maxUnavailable]) => ({
    ...shape,
    kind: 'StatefulSet',
    strategy: { rollingUpdate: { maxUnavailable } },
    spec: { podManagementPolicy },
  }));

/** What an app does on SIGTERM, and how its clients connect. */
export const anyScenario = fc.record(
  {
    onSigterm: fc.constantFrom('drains', 'exits', 'ignores', 'unreached'),
    connections: fc.constantFrom('new', 'keep-alive'),
    longestRequestSeconds: fc.integer({ min: 1, max: 60 }),
    loadShare: fc.double({ min: 0.1, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
);

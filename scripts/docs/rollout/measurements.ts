import { ManifestSet, type SetObject } from '../../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { boundsOf, planOf, type Scenario, simulate, type Verdict } from '../../../lib/rollout';
import { quantileOf } from '../../../lib/rollout/simulate';

/** One published measurement: its set-up as manifests and scenario, and what was counted. */
export interface Measurement {
  readonly id: string;
  readonly group: 'calibrates' | 'predicts';
  readonly setUp: string;
  /** What the publication leaves open, and what is taken for it. */
  readonly taken: string;
  readonly manifest: Manifest;
  readonly scenario: Scenario;
  readonly measured: number | undefined;
  /** The verdict that the bounds have to give. */
  readonly verdict: Verdict;
  /** Why the published count lies outside, where it does. */
  readonly difference?: string;
}

interface Template {
  readonly replicas: number;
  readonly rollingUpdate?: object;
  readonly minReadySeconds?: number;
  readonly gracePeriod?: number;
  readonly readinessProbe?: object;
  readonly preStop?: number;
}

const deployment = (given: Template): Manifest =>
  JSON.parse(
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas: given.replicas,
        strategy: { rollingUpdate: given.rollingUpdate },
        minReadySeconds: given.minReadySeconds,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: {
            terminationGracePeriodSeconds: given.gracePeriod,
            containers: [
              {
                name: 'web',
                image: 'web:1',
                ports: [{ containerPort: 8080 }],
                readinessProbe: given.readinessProbe && { httpGet: { port: 8080 }, ...given.readinessProbe },
                lifecycle: given.preStop === undefined ? undefined : { preStop: { sleep: { seconds: given.preStop } } },
              },
            ],
          },
        },
      },
    }),
  );

const ONE_AT_A_TIME = { maxSurge: 1, maxUnavailable: 0 };
/** A test server answers soon after its container runs. */
const TEST_SERVER = { min: 0.1, typical: 0.5, max: 2 };

const M1 = { replicas: 2, rollingUpdate: ONE_AT_A_TIME, readinessProbe: { periodSeconds: 2, successThreshold: 2 } };
const M1_SCENARIO: Scenario = {
  route: 'cluster-ip',
  routers: 1,
  requestsPerSecond: 10,
  longestRequestSeconds: 1,
  startUpSeconds: TEST_SERVER,
  watchSeconds: 45,
};

const M3_SCENARIO: Scenario = {
  route: 'cluster-ip',
  routers: 1,
  clients: 15,
  // 3,015 requests of 15 clients in 60 s leave 0.3 s for each, half of it the answer.
  thinkSeconds: 0.15,
  requestSeconds: { min: 0.1, typical: 0.15, max: 0.2 },
  startUpSeconds: TEST_SERVER,
  watchSeconds: 50,
};

const M5_SCENARIO: Scenario = {
  route: 'alb-ip',
  registrationSeconds: 0,
  requestsPerSecond: 4180,
  longestRequestSeconds: 10,
  startUpSeconds: { min: 1, typical: 10, max: 30 },
  watchSeconds: 180,
};
const M5 = { replicas: 10, readinessProbe: { initialDelaySeconds: 30, periodSeconds: 30 } };

/** The published measurements of the facts, in their order. */
export const MEASUREMENTS: readonly Measurement[] = [
  {
    id: 'M1 without',
    group: 'calibrates',
    setUp: 'kind, 2 replicas, surge 1, unavailable 0, readiness every 2 s, twice; 10 requests/s for 45 s',
    taken: 'one router (one node); a test server that starts within 2 s',
    manifest: deployment(M1),
    scenario: M1_SCENARIO,
    measured: 2,
    verdict: 'loss-possible',
  },
  {
    id: 'M1 with',
    group: 'calibrates',
    setUp: 'the same with a preStop sleep',
    taken: 'a sleep of 5 s: its length is not published',
    manifest: deployment({ ...M1, preStop: 5 }),
    scenario: M1_SCENARIO,
    measured: 0,
    verdict: 'no-loss',
  },
  {
    id: 'M4 without',
    group: 'calibrates',
    setUp: 'GKE NEG ingress, 11 pods, minReadySeconds 180, grace 180; 100 requests/s',
    taken: "Kubernetes' default strategy; one balancer; a readiness probe every 10 s",
    manifest: deployment({ replicas: 11, minReadySeconds: 180, gracePeriod: 180, readinessProbe: {} }),
    scenario: { route: 'gce-neg', routers: 1, requestsPerSecond: 100 },
    measured: 96,
    verdict: 'loss-possible',
  },
  {
    id: 'M3 without',
    group: 'predicts',
    setUp:
      'Docker Desktop, 2 replicas, no probe, no handling of SIGTERM, answers in 0.1-0.2 s; 15 clients in a closed loop, 50 s after the restart',
    taken: 'the process exits on SIGTERM and starts within 2 s',
    manifest: deployment({ replicas: 2 }),
    scenario: { ...M3_SCENARIO, onSigterm: 'exits' },
    measured: 25,
    verdict: 'loss-possible',
  },
  {
    id: 'M3 with',
    group: 'predicts',
    setUp: 'the same with sleep 5, drain 15, surge 1, unavailable 0, readiness delay 2, period 5',
    taken: 'grace 30, the default',
    manifest: deployment({
      replicas: 2,
      rollingUpdate: ONE_AT_A_TIME,
      readinessProbe: { initialDelaySeconds: 2, periodSeconds: 5 },
      preStop: 5,
    }),
    scenario: { ...M3_SCENARIO, longestRequestSeconds: 15 },
    measured: 0,
    verdict: 'no-loss',
  },
  {
    id: 'M5 without',
    group: 'predicts',
    setUp: 'ALB, readiness delay 30, period 30; 4,180 requests/s for 3 minutes',
    taken: '10 pods behind ip targets, with a readiness gate; the longest request takes 10 s',
    manifest: deployment(M5),
    scenario: M5_SCENARIO,
    measured: 12,
    verdict: 'loss-possible',
    difference:
      'The model opens a connection for every request and refuses it for as long as the balancer lags. The published count is three thousandths of that. What would explain it: a balancer that keeps connections to its targets, or tries another target where a connection is refused, or a process that did not close its listener at once; which of them it was is not published. For such a route the sign of the answer is to be trusted, its size is not.',
  },
  {
    id: 'M5 sleep 40, grace 30',
    group: 'predicts',
    setUp: 'the same with a preStop of 40 s in a grace period of 30 s',
    taken: 'as above',
    manifest: deployment({ ...M5, preStop: 40, gracePeriod: 30 }),
    scenario: M5_SCENARIO,
    measured: 3,
    verdict: 'loss-possible',
    difference:
      'The bounds call it a loss: a request may still run when the process is killed 2 s after SIGTERM. On average nothing does: with a mean of 0.1 s hardly a request is that long, and the mean is not published.',
  },
  {
    id: 'M5 sleep 40, grace 50',
    group: 'predicts',
    setUp: 'the same with a grace period of 50 s',
    taken: 'as above',
    manifest: deployment({ ...M5, preStop: 40, gracePeriod: 50 }),
    scenario: M5_SCENARIO,
    measured: 0,
    verdict: 'no-loss',
  },
  {
    id: 'M7 without',
    group: 'predicts',
    setUp: 'ingress-nginx with 2 controller pods, minReadySeconds 10, grace 60; 26 requests/s for 45 s',
    taken: '2 replicas, surge 1, unavailable 0; a readiness probe every 5 s; a test server',
    manifest: deployment({
      replicas: 2,
      rollingUpdate: ONE_AT_A_TIME,
      minReadySeconds: 10,
      gracePeriod: 60,
      readinessProbe: { periodSeconds: 5 },
    }),
    scenario: {
      route: 'ingress-nginx',
      routers: 2,
      requestsPerSecond: 26,
      longestRequestSeconds: 10,
      startUpSeconds: TEST_SERVER,
      watchSeconds: 45,
    },
    measured: 2,
    verdict: 'loss-possible',
  },
];

/** What the simulator says of a measurement. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly requests: number;
  /** Of 1,000 runs, all but the lowest and the highest 25 lie in it. */
  readonly interval: readonly [number, number];
  readonly isInside: boolean;
}

export function compare({ manifest, scenario, measured }: Measurement): Comparison {
  const set = ManifestSet.of([manifest]);
  const plan = planOf(set, set.objects[0] as SetObject, { scenario });
  if (plan === undefined) throw new Error('the measurement has no rollout');
  const { samples, estimate } = simulate(plan, { runs: 1000, watchSeconds: scenario.watchSeconds });
  const sorted = [...samples].sort((one, other) => one - other);
  const interval = [quantileOf(sorted, 0.025), quantileOf(sorted, 0.975)] as const;
  return {
    verdict: boundsOf(plan, 'rollout').verdict,
    requests: estimate.requests,
    interval,
    isInside: measured !== undefined && measured >= interval[0] && measured <= interval[1],
  };
}

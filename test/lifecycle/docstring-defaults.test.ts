import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { API_DEFAULTS } from '../../lib/kubernetes/versions/api-defaults';
import { DEFAULTS } from '../../lib/lifecycle/documented-defaults';
import { ROUTE_NAMES, ROUTES } from '../../lib/lifecycle/routes/table';

interface Documented {
  readonly name: string;
  readonly docs?: { readonly default?: string; readonly summary?: string; readonly remarks?: string };
}

interface AssemblyType extends Documented {
  readonly properties?: readonly Documented[];
  readonly methods?: readonly Documented[];
}

/** What the jsii compiler read from the interfaces; `npm run build:lib` writes it. */
const { types } = JSON.parse(readFileSync(resolve(__dirname, '../../.jsii'), 'utf8')) as {
  readonly types: Readonly<Record<string, AssemblyType>>;
};

/** Every `@default` that holds a number, in digits or in words: `ReadinessOptions.period` to `Duration.seconds(5)`. */
const numeric = Object.values(types)
  .flatMap(({ name, properties = [] }) =>
    properties.map((property) => [`${name}.${property.name}`, property.docs?.default ?? ''] as const),
  )
  .filter(([, text]) => /\d|\b(two|three|four|five)\b/.test(text));

const IN_WORDS = ['no', 'one', 'two', 'three', 'four', 'five'];
const seconds = (count: number) => `Duration.seconds(${count})`;
const pods = (count: number) => `PodAmount.pods(${count})`;

/**
 * What each docstring must say, from the two tables: ours, and for a few the API server's. A property is named with its
 * interface where interfaces differ about it; several texts are allowed where interfaces add to the same number.
 */
function expectedOf(ours: typeof DEFAULTS, api: typeof API_DEFAULTS): Readonly<Record<string, readonly string[]>> {
  const { readiness, liveness, startup, maxSurge, maxUnavailable, nodeRollingUpdate: node } = ours;
  const { fromReplicas, many, few } = maxUnavailable.value;
  const unavailable = `${many} from ${IN_WORDS[fromReplicas] ?? fromReplicas} replicas on, else ${few}`;
  const rolling = `maxSurge ${maxSurge.value}; maxUnavailable ${unavailable}`;
  const minReady = seconds(ours.minReady.value);
  return {
    replicas: [`${ours.replicas.value}`],
    disruptionBudget: [`DisruptionBudget.maxUnavailable(${pods(ours.disruptionBudget.value.maxUnavailable)})`],
    maxSurge: [pods(maxSurge.value)],
    maxUnavailable: [`- ${unavailable}`],
    rollingUpdate: [
      `- of a Deployment: ${rolling} (with \`capacity\`, what the peak leaves over). Of a NodeAgent: maxUnavailable ${node.value.maxUnavailable}, or maxSurge alone where it is given. Of a StatefulService: one pod at a time; its maxUnavailable needs Kubernetes 1.37`,
    ],
    partition: [`${api.statefulSet.partition}`],
    revisionHistoryLimit: [`${ours.revisionHistory.value}`],
    minReady: [`${minReady} - or the registration lag of a balancer that sends to pods without a readiness gate`],
    progressDeadline: [`${seconds(ours.progressDeadline.value)} - raised above the start-up budget + minReady`],

    'ReadinessOptions.initialDelay': [seconds(readiness.value.initialDelaySeconds)],
    'ReadinessOptions.period': [seconds(readiness.value.periodSeconds)],
    'ReadinessOptions.timeout': [seconds(readiness.value.timeoutSeconds)],
    'ReadinessOptions.failureThreshold': [`${readiness.value.failureThreshold}`],
    'ReadinessOptions.successThreshold': [`${readiness.value.successThreshold}`],
    'LivenessOptions.initialDelay': [seconds(liveness.value.initialDelaySeconds)],
    'LivenessOptions.period': [seconds(liveness.value.periodSeconds)],
    'LivenessOptions.timeout': [seconds(liveness.value.timeoutSeconds)],
    'LivenessOptions.failureThreshold': [`${liveness.value.failureThreshold}`],
    'StartupOptions.initialDelay': [seconds(startup.value.initialDelaySeconds)],
    'StartupOptions.period': [seconds(startup.value.periodSeconds)],
    'StartupOptions.timeout': [seconds(startup.value.timeoutSeconds)],
    'StartupOptions.failureThreshold': [`${startup.value.failureThreshold}`],

    drain: [seconds(ours.drain.value)],
    drainsWithin: [
      `${seconds(ours.drain.value)} - for a job, what its grace period of ${ours.jobGracePeriod.value} s leaves`,
    ],
    margin: [seconds(ours.margin.value)],
    gracePeriod: [
      `- ${ours.gracePeriod.value} s for what serves and ${ours.jobGracePeriod.value} s for jobs, raised to preStop + drain + margin`,
    ],
    preStop: [`- for what serves, a sleep of ${ours.preStop.value} s or what the traffic route asks for; else nothing`],
    preStopTakes: [`- a sleep's own time, else ${ours.unreadHook.value} s for a command or request`],
    shutdown: [
      `- preStop by the traffic route, where there is one; a margin of ${ours.margin.value} s; and the grace period that holds hook, drain and margin, at least ${ours.gracePeriod.value} s (for a job ${ours.jobGracePeriod.value} s)`,
    ],
    'CustomTrafficRouteProps.preStop': [`- the withdrawal lag and ${ours.routeSlack.value} seconds`],

    cpuUtilization: [`- ${ours.autoscalerCpuUtilization.value}; with \`metrics\`, CPU is not looked at`],
    scaleDownStabilization: [seconds(ours.autoscalerScaleDownStabilization.value)],
    'ScalingBehavior.scaleDown': [
      `- no sooner than after ${ours.autoscalerScaleDownStabilization.value} s of low load`,
    ],
    policies: [
      `- the autoscaler's own: up ${api.horizontalPodAutoscaler.scaleUpPods} pods or ${api.horizontalPodAutoscaler.scalePercent}% in ${api.horizontalPodAutoscaler.policyPeriodSeconds} s, down ${api.horizontalPodAutoscaler.scalePercent}% in ${api.horizontalPodAutoscaler.policyPeriodSeconds} s`,
    ],
    divisor: [`'${api.resourceFieldRef.divisor}'`],
    stabilization: [
      `- down: ${seconds(ours.autoscalerScaleDownStabilization.value)}; up: the autoscaler's own, at once`,
    ],
    completions: [`${ours.jobSize.value.completions}`],
    parallelism: [`${ours.jobSize.value.parallelism}`],
    'RetryOptions.limit': [`${ours.backoffLimit.value}`],
    startingDeadline: [seconds(ours.startingDeadline.value)],
    successfulJobsRetained: [`${ours.jobHistory.value.successful}`],
    failedJobsRetained: [`${ours.jobHistory.value.failed}`],
    'DailyScheduleOptions.minute': [`${ours.dailyMinute.value}`],

    kubernetesVersion: [`KubernetesVersion.V${ours.kubernetesVersion.value.replace('.', '_')}`],
    defaultMode: [`0o${api.volume.defaultMode.toString(8)}`],
    minDomains: [`${api.topologySpread.minDomains}`],
  };
}

/** Docstrings whose numbers are in neither table, or are others there. */
function untrue(
  docstrings: ReadonlyArray<readonly [property: string, text: string]>,
  expected: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return docstrings
    .filter(([property, text]) => !(expected[keyOf(property, expected)] ?? []).includes(text))
    .map(([property, text]) => `${property}: ${text}`);
}

function keyOf(property: string, expected: Readonly<Record<string, unknown>>): string {
  return property in expected ? property : property.slice(property.indexOf('.') + 1);
}

/** Every number of a value, changed; `1.30` is one as well. */
function changed<T>(value: T): T {
  if (typeof value === 'number') return (value * 3 + 7) as T;
  if (value === '1.30') return '1.99' as T;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each)])) as T;
}

const expected = expectedOf(DEFAULTS, API_DEFAULTS);

test('every @default with a number says the number of our table, or that of the API server', () => {
  expect(numeric.length).toBeGreaterThan(45);
  expect(untrue(numeric, expected)).toEqual([]);
});

test('no row here is about a property that is gone', () => {
  const used = new Set(numeric.map(([property]) => keyOf(property, expected)));
  expect(Object.keys(expected).filter((key) => !used.has(key))).toEqual([]);
});

test('a number that changes in a docstring is noticed', () => {
  for (const [property, text] of numeric) {
    const wrong = text.replace(/\d+|\b(?:one|two|three|four|five)\b/, '77');
    expect(untrue([[property, wrong]], expected)).toHaveLength(1);
  }
});

test('a number that changes in a table is noticed in every docstring that tells it', () => {
  expect(untrue(numeric, expectedOf(changed(DEFAULTS), changed(API_DEFAULTS)))).toHaveLength(numeric.length);
});

test('the docstring of each route says the lags of its row', () => {
  const methods = types['cdk8s-lifecycle.TrafficRoute']?.methods ?? [];
  for (const name of ROUTE_NAMES) {
    const factory = methods.find((method) => method.name.toLowerCase() === name.replaceAll('-', ''));
    const text = `${factory?.docs?.summary} ${factory?.docs?.remarks}`;
    expect(/Withdrawal (\d+) s/.exec(text)?.[1]).toBe(`${ROUTES[name].withdrawal}`);
    const registration = /registration (\d+) s/.exec(text)?.[1];
    if (registration !== undefined) expect(registration).toBe(`${ROUTES[name].registration}`);
  }
});

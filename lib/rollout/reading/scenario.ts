import { isObject, type JsonObject } from '../../kubernetes/views/json';
import { EVENTS, type OnSigterm, type RolloutEvent } from '../plan';
import type { Spread } from '../spread';

/** A quantity in seconds: a number that is known, or a range with its average. */
export type ScenarioSeconds = number | Partial<Spread>;

/** What is known of a cluster, an app and its clients beyond the manifests. Whatever is left out is assumed. */
export interface Scenario {
  readonly event?: RolloutEvent;
  /** Version of the cluster: hooks that it does not know do nothing. */
  readonly kubernetesVersion?: string;
  readonly nodes?: number;
  /** The route's name, as the annotation `cdk8s-lifecycle/route` spells it. */
  readonly route?: string;
  readonly routers?: number;
  readonly withdrawalSeconds?: ScenarioSeconds;
  readonly registrationSeconds?: ScenarioSeconds;
  readonly placementSeconds?: ScenarioSeconds;
  readonly startUpSeconds?: ScenarioSeconds;
  readonly requestSeconds?: ScenarioSeconds;
  readonly longestRequestSeconds?: number;
  readonly onSigterm?: OnSigterm;
  readonly acceptsAfterSigtermSeconds?: number;
  /** How long a preStop hook takes whose length cannot be read. */
  readonly preStopSeconds?: number;
  readonly requestsPerSecond?: number;
  readonly capacityPerPod?: number;
  /** Share of the capacity of all replicas that is asked for. */
  readonly loadShare?: number;
  /** So many clients that each wait for an answer, then for `thinkSeconds`, before they send again. */
  readonly clients?: number;
  readonly thinkSeconds?: number;
  readonly connections?: 'new' | 'keep-alive';
  /** Replicas before a scale-down. */
  readonly scalesDownFrom?: number;
  /** Pods of the workload on the node that is drained. */
  readonly podsOnNode?: number;
  /** For how long requests are sent. */
  readonly watchSeconds?: number;
}

type Check = (value: unknown) => string | undefined;

const isSeconds = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const positive: Check = (value) => (typeof value === 'number' && value > 0 ? undefined : 'a number above 0');
const whole: Check = (value) =>
  Number.isInteger(value) && (value as number) > 0 ? undefined : 'a whole number above 0';
const seconds: Check = (value) => (isSeconds(value) ? undefined : 'a number of seconds, 0 or more');
const word: Check = (value) => (typeof value === 'string' ? undefined : 'a word');
const range: Check = (value) => {
  if (isSeconds(value)) return undefined;
  const isRange =
    isObject(value) &&
    Object.keys(value).every((key) => ['min', 'typical', 'max'].includes(key)) &&
    Object.values(value).every(isSeconds);
  return isRange ? undefined : 'seconds, or min, typical and max in seconds';
};
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string) ? undefined : `one of ${allowed.join(', ')}`;

const CHECKS: Readonly<Record<keyof Scenario, Check>> = {
  event: oneOf(...EVENTS),
  kubernetesVersion: word,
  nodes: whole,
  route: word,
  routers: whole,
  withdrawalSeconds: range,
  registrationSeconds: range,
  placementSeconds: range,
  startUpSeconds: range,
  requestSeconds: range,
  longestRequestSeconds: seconds,
  onSigterm: oneOf('drains', 'exits', 'ignores', 'unreached'),
  acceptsAfterSigtermSeconds: seconds,
  preStopSeconds: seconds,
  requestsPerSecond: positive,
  capacityPerPod: positive,
  loadShare: positive,
  clients: whole,
  thinkSeconds: seconds,
  connections: oneOf('new', 'keep-alive'),
  scalesDownFrom: whole,
  podsOnNode: whole,
  watchSeconds: positive,
};

/**
 * Reads a scenario from parsed YAML or JSON.
 *
 * @throws naming every key that is unknown and every value that is of another kind, all at once
 */
export function readScenario(value: unknown): Scenario {
  if (value === null || value === undefined) return {};
  if (!isObject(value)) throw new Error('a scenario is a mapping, such as `onSigterm: exits`');
  const problems = Object.entries(value as JsonObject).flatMap(([key, given]) => {
    if (!Object.hasOwn(CHECKS, key)) return [`'${key}' is unknown; write one of ${Object.keys(CHECKS).join(', ')}`];
    const expected = CHECKS[key as keyof Scenario](given);
    return expected === undefined ? [] : [`'${key}' (${JSON.stringify(given)}) must be ${expected}`];
  });
  if (problems.length > 0) throw new Error(`the scenario cannot be read: ${problems.join('; ')}`);
  return value as Scenario;
}

/** Completes a range: a number alone is known exactly, and what is left out comes from the assumption. */
export function spreadOf(given: ScenarioSeconds | undefined, assumed: Spread): Spread {
  if (given === undefined) return assumed;
  if (typeof given === 'number') return { min: given, typical: given, max: given };
  const max = given.max ?? Math.max(assumed.max, given.typical ?? 0, given.min ?? 0);
  const min = given.min ?? Math.min(assumed.min, given.typical ?? max, max);
  const typical = given.typical ?? Math.min(max, Math.max(min, assumed.typical));
  return { min, typical: Math.min(max, Math.max(min, typical)), max };
}

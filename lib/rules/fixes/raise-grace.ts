import { type Change, changeField, type Place } from '../../fixing/change';
import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import type { Container } from '../../kubernetes/views/container';
import { gracePeriodFor } from '../../lifecycle/arithmetic/timing';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { drainSecondsOf } from '../../workloads/drain-of';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { serverDrainOf } from '../../workloads/server-drain';
import { servingOf } from '../../workloads/serving';
import type { RuleContext } from '../rule';

/**
 * Raises the grace period so that it holds the longest hook, the drain and a margin. The drain is what the annotation
 * declares, else what the server is told to take. A timeout of an Ingress only bounds it: no pod need wait an hour.
 */
export function raiseGrace(object: WorkloadObject, _: Place, { set }: RuleContext): Change {
  const { template } = object.workload;
  const serving = servingOf(set, object)?.container;
  const hooks = [...template.containers, ...template.sidecars].map(hookSeconds);
  const drain =
    drainSecondsOf(object.manifest) ??
    (serving && serverDrainOf(set, object, serving)?.seconds) ??
    DEFAULTS.drain.value;
  const atLeast = serving === undefined ? DEFAULTS.jobGracePeriod.value : DEFAULTS.gracePeriod.value;
  const seconds = gracePeriodFor(Math.max(0, ...hooks), drain, DEFAULTS.margin.value, atLeast);
  return changeField(`${template.path}.terminationGracePeriodSeconds`, seconds);
}

function hookSeconds({ preStop }: Container): number {
  return Math.ceil(sleepSeconds(preStop) ?? 0);
}

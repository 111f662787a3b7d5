import { earliestKill } from '../../lifecycle/arithmetic/timing';
import type { ChosenNature } from '../engine/nature';
import { BAD_VERSION, type Plan, type RolloutEvent } from '../plan';
import { isAsked } from '../start';
import { fewestReady, replacesPods } from './capacity';
import { type Hazard, inSeconds } from './hazard';
import { cannotStartBeside } from './stalls-beside';

/** How far a rollout of pods that never answer gets: to its end, no further than its first pods, or as chance has it. */
export type Reach = 'end' | 'first-pods' | 'by-chance';

/** Works out how far a version that never answers is rolled out: only what is asked can hold it. */
export function reachOf(plan: Plan): Reach {
  const { start } = plan.after;
  if (isAsked(start) || !startsPods(plan)) return 'first-pods';
  const { livenessProbe } = start;
  const waits = secondsToAvailable(plan);
  if (livenessProbe === undefined || waits < earliestKill(livenessProbe)) return 'end';
  return waits >= earliestKill(livenessProbe) + livenessProbe.periodSeconds ? 'first-pods' : 'by-chance';
}

/** For how long a controller waits after Ready until a pod counts as available. */
export function secondsToAvailable(plan: Plan): number {
  return plan.kind !== 'StatefulSet' || plan.ordered || plan.updateHonoursMinReady ? plan.minReadySeconds : 0;
}

function startsPods(plan: Plan): boolean {
  const { start } = plan.after;
  return !plan.paused && replacesPods(plan) && start.neverReady === undefined && cannotStartBeside(plan).length === 0;
}

/** Requests that reach pods which are Ready and never answer. */
export function neverAnswers(plan: Plan, event: RolloutEvent): Hazard | undefined {
  if (event !== 'bad-version' || !startsPods(plan)) return undefined;
  if (isAsked(plan.after.start))
    return plan.route.unreadySender === undefined ? undefined : sentAllTheSame(plan.route.unreadySender);
  const reach = reachOf(plan);
  const { livenessProbe } = plan.after.start;
  const killed =
    livenessProbe === undefined
      ? ''
      : ` (its liveness probe only restarts it, each ${inSeconds(earliestKill(livenessProbe))} or more)`;
  const far =
    reach === 'first-pods'
      ? `minReadySeconds ${plan.minReadySeconds} holds the rollout, and not the requests`
      : `the rollout ${replacesBad(plan)}`;
  return {
    kind: 'never-answers',
    cause: 'refused',
    seconds: Number.POSITIVE_INFINITY,
    why: `without a readiness probe a pod is Ready as soon as its container runs${killed}: ${far}`,
    fix: 'add a readiness probe: it would have held the rollout at its first new pod',
    schedule: () => AT_ONCE,
  };
}

const AT_ONCE: ChosenNature = { placement: 'min', registration: 'min', withdrawal: 'min', controller: 'min' };

/** A probe holds the rollout, and a Service sends to the pod that it holds. */
function sentAllTheSame(service: string): Hazard {
  return {
    kind: 'never-answers',
    cause: 'refused',
    seconds: Number.POSITIVE_INFINITY,
    why: `Service "${service}" publishes pods that are not ready (publishNotReadyAddresses), so new pods get requests though they never answer`,
    fix: `remove publishNotReadyAddresses from Service "${service}"`,
    schedule: () => AT_ONCE,
  };
}

function replacesBad(plan: Plan): string {
  const { strategy, replicas } = plan;
  const bad = replicas - (strategy.type === 'RollingUpdate' ? strategy.partition : 0);
  const ends = reachOf(plan) === 'end' ? ', and ends as if nothing were wrong' : '';
  return `replaces ${bad} of ${replicas} pods with ones that never answer${ends}`;
}

/** Why a version that never answers stays where it is. */
export function badVersion(plan: Plan): readonly string[] {
  if (reachOf(plan) !== 'first-pods') {
    return plan.served
      ? []
      : [
          `nothing asks the new version whether it works: the rollout ${replacesBad(plan)}; a readiness probe would have held it`,
        ];
  }
  const { progressDeadlineSeconds: deadline, kind } = plan;
  const reported =
    kind === 'Deployment' && deadline !== undefined
      ? `it is reported after ${inSeconds(deadline)} (ProgressDeadlineExceeded)`
      : `nothing reports it: a ${kind}${kind === 'Deployment' ? ' without progressDeadlineSeconds' : ''} has no deadline`;
  const stay = `${fewestReady(plan, 'bad-version', 'worst')} of ${plan.replicas}`;
  return [
    `${BAD_VERSION}, and ${stay} pods of the old one stay: ${reported}, and nothing rolls back by itself${byHand(plan)}`,
  ];
}

/**
 * An OrderedReady StatefulSet waits for its broken pod before it looks at a newer template.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
 */
function byHand({ kind, ordered, strategy }: Plan): string {
  if (kind !== 'StatefulSet' || !ordered || strategy.type !== 'RollingUpdate') return '';
  const pods = strategy.unavailable > 1 ? 'pods' : 'pod';
  return `; going back needs the broken ${pods} deleted by hand, since podManagementPolicy OrderedReady waits for ${strategy.unavailable > 1 ? 'them' : 'it'} before it applies the older template`;
}

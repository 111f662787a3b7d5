import { podsLeftBy } from '../../workloads/update-strategy';
import type { Plan, RolloutEvent } from '../plan';
import { isAsked, startUpLimit } from '../start';
import { stopTimes } from '../stop';
import { reachOf } from './bad-version';
import { replacesPods } from './capacity';
import { startUpNeeds } from './stalls';
import { registrationLimit } from './starting';
import { lastAccepted } from './stopping';

/** How far an assumption may go before requests are lost. Null where there is no limit. */
export interface AssumptionMargin {
  readonly name: 'withdrawal' | 'longest request' | 'start-up' | 'registration';
  readonly limitSeconds: number | null;
  readonly valueSeconds: number;
  readonly marginSeconds: number | null;
}

/**
 * The limits within which nothing is lost, all at once: where no margin is negative, every assumption may go to its limit
 * together with the others.
 */
export function marginsOf(plan: Plan, event: RolloutEvent): readonly AssumptionMargin[] {
  const margins: AssumptionMargin[] = [];
  if (stopsPods(plan, event)) margins.push(...stopMargins(plan));
  if (event === 'rollout' && plan.strategy.type !== 'OnDelete') {
    margins.push(startMargin(plan));
    const limit = registrationLimit(plan, event);
    if (limit !== undefined) margins.push(margin('registration', limit, plan.route.registration.max));
  }
  return margins;
}

/** Tells whether an event deletes pods that serve. */
export function stopsPods(plan: Plan, event: RolloutEvent): boolean {
  const { strategy } = plan;
  switch (event) {
    case 'rollout':
      return (replacesPods(plan) || plan.replicasBefore > plan.replicas) && !plan.paused;
    case 'bad-version':
      if (reachOf(plan) !== 'first-pods') return true;
      if (strategy.type === 'RollingUpdate') return podsLeftBy(strategy, plan.kind, plan.replicas) < plan.replicas;
      return strategy.type === 'Recreate';
    case 'drain':
      return plan.kind !== 'DaemonSet';
    case 'scale-down':
      return plan.kind !== 'DaemonSet' && plan.scalesDownFrom > plan.replicas;
    case 'crash':
      return false;
  }
}

function stopMargins(plan: Plan): readonly AssumptionMargin[] {
  const { closes, cuts } = stopTimes(plan.before.stop);
  const longest = plan.load.request.max;
  const withdrawal = plan.route.withdrawal.max;
  const isKept = plan.load.connections === 'keep-alive';
  const limit =
    plan.route.unreadySender !== undefined ? 0 : isKept ? closes : Math.max(0, Math.min(closes, cuts - longest));
  const last = lastAccepted(plan, closes, Math.max(withdrawal, limit));
  return [margin('withdrawal', limit, withdrawal), margin('longest request', Math.max(0, cuts - last), longest)];
}

function startMargin(plan: Plan): AssumptionMargin {
  const { start } = plan.after;
  const isHeld = isAsked(start) && plan.route.unreadySender === undefined;
  if (plan.served && !isHeld) return margin('start-up', 0, start.startUp.max);
  const deadline = plan.progressDeadlineSeconds ?? Number.POSITIVE_INFINITY;
  // The deadline counts what probes need to notice, too.
  const slack = startUpNeeds(start) - start.startUp.max;
  const limit = Math.min(startUpLimit(start) ?? Number.POSITIVE_INFINITY, deadline - plan.minReadySeconds - slack);
  return margin('start-up', limit, start.startUp.max);
}

function margin(name: AssumptionMargin['name'], limit: number, value: number): AssumptionMargin {
  const ends = Number.isFinite(limit);
  const round = (seconds: number) => Math.round(seconds * 1000) / 1000;
  return {
    name,
    limitSeconds: ends ? round(limit) : null,
    valueSeconds: round(value),
    marginSeconds: ends ? round(limit - value) : null,
  };
}

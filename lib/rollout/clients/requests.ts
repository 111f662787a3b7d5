import { type Millis, millis } from '../engine/clock';
import type { Nature } from '../engine/nature';
import type { Trace } from '../engine/trace';
import type { Plan } from '../plan';
import { closedLoop } from './closed-loop';
import { drawLost, type Loss, type LostRequests } from './losses';
import { OpenLoop } from './open-loop';
import { eventsOfRouter } from './routers';

/** What the clients of one run sent and lost. */
export interface Requests {
  readonly sent: number;
  readonly lost: readonly LostRequests[];
}

/** From the event's begin until every router has learned of the last change. */
export function watchedUntil(trace: Trace, plan: Plan): Millis {
  return trace.endsAt + millis(Math.max(plan.route.withdrawal.max, plan.route.registration.max));
}

/** The stretches in which an open loop loses requests, over all routers. */
export function lossesOf(trace: Trace, plan: Plan, nature: Nature, until: Millis): readonly Loss[] {
  if (!plan.served) return [];
  return Array.from({ length: plan.route.routers }, () =>
    new OpenLoop(trace, plan, until).run(eventsOfRouter(trace, plan.route, nature)),
  ).flat();
}

/** Has the clients of a plan send their requests through a run. */
export function sendRequests(trace: Trace, plan: Plan, nature: Nature, until: Millis): Requests {
  if (!plan.served) return { sent: 0, lost: [] };
  if (plan.load.kind === 'open') {
    const lost = lossesOf(trace, plan, nature, until).flatMap((loss) => drawLost(loss, nature.chance));
    return { sent: Math.round((plan.load.requestsPerSecond * until) / 1000), lost };
  }
  const routers = Array.from({ length: plan.route.routers }, () => eventsOfRouter(trace, plan.route, nature));
  const { requests, lost } = closedLoop(trace, plan, routers, until, nature.chance);
  return { sent: requests, lost };
}

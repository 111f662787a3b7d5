import type { Cause, Loss } from '../clients/losses';
import { lossesOf, watchedUntil } from '../clients/requests';
import { type ChosenNature, scheduled } from '../engine/nature';
import type { Trace } from '../engine/trace';
import type { Plan, RolloutEvent } from '../plan';
import { runRollout } from '../run';
import type { Hazard } from './hazard';
import { type StoryStep, storyOf } from './story';

/** A course of events in which a request is lost: what chance decided, and the story of it. */
export interface Counterexample {
  readonly event: RolloutEvent;
  readonly cause: Cause;
  /** When the request is lost, in seconds after the event began. */
  readonly atSeconds: number;
  /** What chance decided; with it the engine runs the same course again. */
  readonly schedule: ChosenNature;
  readonly story: readonly StoryStep[];
}

/** What a replayed schedule loses, the earliest first. */
export function replay(plan: Plan, event: RolloutEvent, schedule: ChosenNature): readonly Loss[] {
  return lose(plan, event, schedule).losses;
}

/** Runs each hazard's schedule and tells the course that loses a request first. */
export function counterexampleOf(
  plan: Plan,
  event: RolloutEvent,
  hazards: readonly Hazard[],
): Counterexample | undefined {
  let first: Counterexample | undefined;
  for (const hazard of hazards) {
    const schedule = hazard.schedule();
    const { trace, losses } = lose(plan, event, schedule);
    const loss = losses.find(({ cause }) => cause === hazard.cause) ?? losses[0];
    if (loss === undefined || (first !== undefined && first.atSeconds <= loss.from / 1000)) continue;
    first = {
      event,
      cause: loss.cause,
      atSeconds: loss.from / 1000,
      schedule,
      story: storyOf(plan, event, trace, loss),
    };
  }
  return first;
}

function lose(
  plan: Plan,
  event: RolloutEvent,
  schedule: ChosenNature,
): { readonly trace: Trace; readonly losses: readonly Loss[] } {
  const trace = runRollout(plan, event, scheduled(schedule), 'worst');
  // One router is enough: under a schedule all are alike.
  const one = { ...plan, route: { ...plan.route, routers: 1 }, load: { ...plan.load, kind: 'open' as const } };
  const open = plan.load.kind === 'open' ? one : withRate(one);
  const losses = lossesOf(trace, open, scheduled(schedule), watchedUntil(trace, plan));
  return { trace, losses: [...losses].sort((left, right) => left.from - right.from) };
}

/** Clients that wait for answers ask for no more than the pods can do. */
function withRate(plan: Plan): Plan {
  return { ...plan, load: { ...plan.load, requestsPerSecond: 1, capacityPerPod: Number.MAX_SAFE_INTEGER } };
}

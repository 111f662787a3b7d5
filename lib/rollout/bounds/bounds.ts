import type { Plan, RolloutEvent } from '../plan';
import { neverAnswers } from './bad-version';
import { lostByCrash } from './crashing';
import type { AssumptionLevel, Hazard } from './hazard';
import { type AssumptionMargin, marginsOf, stopsPods } from './margins';
import { stallsOf } from './stalls';
import { needsBeside } from './stalls-beside';
import { outrunsRegistration, refusedWhileStarting } from './starting';
import { cutWhileStopping, refusedWhileStopping } from './stopping';
import { tooFewReady } from './too-few';

export type Verdict = 'no-loss' | 'loss-possible' | 'stalls';

/**
 * A loss is certain where, with every assumption at its typical value, requests are lost for a second at a time: then a
 * pod that gets one request a second loses one. A router's typical lag is shorter than that.
 */
const CERTAIN_SECONDS = 1;

/** What can happen at worst, worked out and not sampled. */
export interface Bounds {
  /** Stalls come before losses, and losses before none. */
  readonly verdict: Verdict;
  /** Whether requests are lost at worst, apart from stalls. */
  readonly worst: Exclude<Verdict, 'stalls'>;
  /** Whether they are lost with every assumption at its typical value. */
  readonly certain: boolean;
  /** Every way in which requests can be lost at worst. */
  readonly hazards: readonly Hazard[];
  /** Those of them that are certain, with typical numbers. */
  readonly certainHazards: readonly Hazard[];
  readonly stalls: readonly string[];
  readonly assumptions: readonly AssumptionMargin[];
  /** What the cluster must have for the event to come to its end, and no manifest tells. */
  readonly needs: readonly string[];
}

/** Works out the bounds of an event: what it loses with every assumption at its maximum, and what for certain. */
export function boundsOf(plan: Plan, event: RolloutEvent): Bounds {
  const hazards = hazardsAt(plan, event, 'worst');
  const certainHazards = hazardsAt(plan, event, 'typical').filter(({ seconds }) => seconds >= CERTAIN_SECONDS);
  const stalls = stallsOf(plan, event);
  const worst = hazards.length > 0 ? 'loss-possible' : 'no-loss';
  return {
    verdict: stalls.length > 0 ? 'stalls' : worst,
    worst,
    certain: certainHazards.length > 0,
    hazards,
    certainHazards,
    stalls,
    assumptions: marginsOf(plan, event),
    needs: [...(event === 'rollout' ? needsBeside(plan) : []), ...needsOfMesh(plan, stopsPods(plan, event))],
  };
}

function hazardsAt(plan: Plan, event: RolloutEvent, level: AssumptionLevel): readonly Hazard[] {
  if (!plan.served || (plan.paused && event === 'rollout')) return [];
  const stopping = stopsPods(plan, event);
  const found = [
    stopping ? refusedWhileStopping(plan, level) : undefined,
    stopping ? cutWhileStopping(plan, level) : undefined,
    refusedWhileStarting(plan, event, level),
    neverAnswers(plan, event),
    outrunsRegistration(plan, event, level),
    tooFewReady(plan, event, level),
    event === 'crash' ? lostByCrash(plan, level) : undefined,
  ];
  return found.filter((hazard) => hazard !== undefined);
}

/** An ordinary container of a mesh ends with SIGTERM, and cuts off an app that still stops. */
function needsOfMesh({ meshProxy }: Plan, stopping: boolean): readonly string[] {
  return meshProxy === undefined || !stopping ? [] : [`${meshProxy} outlives the app: it needs native sidecars`];
}

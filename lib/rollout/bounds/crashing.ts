import type { Plan } from '../plan';
import { type AssumptionLevel, type Hazard, inSeconds } from './hazard';

/** What a process that dies by itself loses: what it had accepted, and what comes until the routers know. */
export function lostByCrash(plan: Plan, level: AssumptionLevel): Hazard {
  const key = level === 'worst' ? 'max' : 'typical';
  const seconds = plan.latencies.kubelet[key] + plan.route.withdrawal[key];
  return {
    kind: 'crash',
    cause: 'refused',
    seconds,
    why: `a process that crashes refuses requests until the routers (${plan.route.name}) have learned of it, for up to ${inSeconds(seconds)}, and cuts those it had accepted`,
    fix: 'let clients try again: nothing in a manifest helps a request whose process is gone',
    schedule: () => ({ withdrawal: 'max', kubelet: 'max' }),
  };
}

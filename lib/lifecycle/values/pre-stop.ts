import { DEFAULTS } from '../documented-defaults';
import type { TrafficRoute } from './traffic-route';

/**
 * Seconds that a preStop hook should sleep behind a route: what the route asks for, never below the documented default.
 * Constructs write it, rules and simulator advise it, and `--fix` sets it.
 */
export function preStopSecondsFor(route: TrafficRoute): number {
  return Math.max(DEFAULTS.preStop.value, route._preStopSeconds);
}

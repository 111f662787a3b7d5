import { DEFAULTS } from '../documented-defaults';
import type { Route } from './route';

/**
 * Seconds that a preStop hook should sleep behind a route: what the route asks for, never below the documented default.
 * Constructs write it, rules and simulator advise it, and `--fix` sets it.
 */
export function preStopSecondsFor(route: Route): number {
  return Math.max(DEFAULTS.preStop.value, route.preStop.toSeconds());
}

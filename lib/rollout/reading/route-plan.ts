import type { ManifestSet, SetObject } from '../../kubernetes/set/manifest-set';
import { preStopSecondsFor } from '../../lifecycle/values/pre-stop';
import { TrafficRoute } from '../../lifecycle/values/traffic-route';
import { routesOf } from '../../workloads/route-of-set';
import { unreadySenderOf } from '../../workloads/unready-publishing';
import { ASSUMPTIONS, CALIBRATED_LAG_SHARE, FALLS_BACK, TYPICAL_LAG_SHARE } from '../assumptions';
import type { RoutePlan } from '../plan';
import type { Spread } from '../spread';
import { type Scenario, spreadOf } from './scenario';

/** Reads how long routers lag behind: the slowest route of the pods counts, for withdrawal and registration each. */
export function routePlanOf(
  set: ManifestSet,
  object: SetObject,
  scenario: Scenario,
  platform: TrafficRoute | undefined,
): RoutePlan {
  const routes = scenario.route === undefined ? routesOf(set, object, platform) : [TrafficRoute._parse(scenario.route)];
  const slowest = (lag: (route: TrafficRoute) => number) =>
    routes.reduce((one, other) => (lag(other) > lag(one) ? other : one));
  const withdrawal = slowest((route) => route._withdrawalSeconds);
  const registration = slowest((route) => route._registrationSeconds);
  return {
    name: withdrawal.name,
    withdrawal: spreadOf(scenario.withdrawalSeconds, lagOf(withdrawal, withdrawal._withdrawalSeconds)),
    registration: spreadOf(scenario.registrationSeconds, lagOf(registration, registration._registrationSeconds)),
    preStop: Math.max(...routes.map(preStopSecondsFor)),
    fallsBackToTerminating: routes.every(({ name }) => FALLS_BACK.has(name)),
    unreadySender: unreadySenderOf(set, object),
    routers: scenario.routers ?? ASSUMPTIONS.routers.value,
  };
}

function lagOf({ name }: TrafficRoute, max: number): Spread {
  return { min: 0, typical: max * (TYPICAL_LAG_SHARE[name] ?? CALIBRATED_LAG_SHARE), max };
}

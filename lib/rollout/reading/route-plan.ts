import type { ManifestSet, SetObject } from '../../kubernetes/set/manifest-set';
import { preStopSecondsFor } from '../../lifecycle/routes/pre-stop';
import { type Lag, parseRoute, type Route, typicalShareOf } from '../../lifecycle/routes/route';
import { RouteTargets } from '../../lifecycle/routes/targets';
import { routesOf } from '../../workloads/route-of-set';
import { unreadySenderOf } from '../../workloads/unready-publishing';
import { ASSUMPTIONS } from '../assumptions';
import type { RoutePlan } from '../plan';
import type { Spread } from '../spread';
import { type Scenario, spreadOf } from './scenario';

/** Reads how long routers lag behind: the slowest route of the pods counts, for withdrawal and registration each. */
export function routePlanOf(
  set: ManifestSet,
  object: SetObject,
  scenario: Scenario,
  platform: Route | undefined,
): RoutePlan {
  const routes = scenario.route === undefined ? routesOf(set, object, platform) : [parseRoute(scenario.route)];
  const slowest = (lag: 'withdrawalLag' | 'registrationLag') =>
    routes.reduce((one, other) => (other[lag].toSeconds() > one[lag].toSeconds() ? other : one));
  const withdrawal = slowest('withdrawalLag');
  const registration = slowest('registrationLag');
  return {
    name: withdrawal.name,
    targets: withdrawal.targets,
    withdrawal: spreadOf(scenario.withdrawalSeconds, lagOf(withdrawal, withdrawal.withdrawalLag)),
    registration: spreadOf(scenario.registrationSeconds, lagOf(registration, registration.registrationLag)),
    preStop: Math.max(...routes.map(preStopSecondsFor)),
    fallsBackToTerminating: routes.every(({ targets }) => targets === RouteTargets.KUBE_PROXY),
    unreadySender: unreadySenderOf(set, object),
    routers: scenario.routers ?? ASSUMPTIONS.routers.value,
  };
}

function lagOf(route: Route, lag: Lag): Spread {
  const max = lag.toSeconds();
  return { min: 0, typical: max * typicalShareOf(route), max };
}

import type { ManifestSet, SetObject, WorkloadObject } from '../../../kubernetes/set/manifest-set';
import type { KubernetesVersion } from '../../../kubernetes/versions/kubernetes-version';
import type { Container } from '../../../kubernetes/views/container';
import type { Route } from '../../../lifecycle/routes/route';
import { boundsOf } from '../../../rollout/bounds/bounds';
import type { Hazard } from '../../../rollout/bounds/hazard';
import type { Plan, RoutePlan } from '../../../rollout/plan';
import { planOf } from '../../../rollout/reading/read-plan';
import { routePlanOf } from '../../../rollout/reading/route-plan';
import { type Front, frontsOf } from '../../../workloads/fronts';
import { servingOf } from '../../../workloads/serving';
import { withoutVariants } from '../../../workloads/variants';

/** What the configuration says of the platform. */
export interface PlatformFacts {
  readonly version?: KubernetesVersion;
  readonly route?: Route;
}

/** How requests reach the pods of a workload, as the simulator reads it. */
export interface Traffic {
  readonly services: readonly SetObject[];
  readonly fronts: readonly Front[];
  readonly route: RoutePlan;
  /** The container that requests reach. */
  readonly container: Container | undefined;
  /** Undefined for a kind whose rollouts are not simulated, and for one without pods. */
  readonly plan: Plan | undefined;
  /** How a rollout can lose requests: the same that `simulate` tells. */
  readonly hazards: readonly Hazard[];
}

/** Reads how requests reach the pods of a workload; undefined where no Service of the set selects them. */
export function trafficOf(set: ManifestSet, object: WorkloadObject, platform: PlatformFacts): Traffic | undefined {
  const services = withoutVariants(set.servicesOf(object));
  if (services.length === 0) return undefined;
  const plan = planOf(set, object, platform);
  return {
    services,
    fronts: uniqueFronts(services.flatMap((service) => frontsOf(set, service))),
    route: plan?.route ?? routePlanOf(set, object, {}, platform.route),
    container: servingOf(set, object)?.container ?? object.workload.template.containers[0],
    plan,
    hazards: plan === undefined ? [] : boundsOf(plan, 'rollout').hazards,
  };
}

/** A route of two Gateways has two controllers, and is named for each. */
function uniqueFronts(fronts: readonly Front[]): readonly Front[] {
  return [...new Map(fronts.map((front) => [`${front.object.identity} ${front.controller}`, front])).values()];
}

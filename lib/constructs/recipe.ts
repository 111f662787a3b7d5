import { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Struct } from '../lifecycle/arguments/struct';
import { checkProps } from './check-props';
import { configMapsOf } from './config-maps';
import type { Fields } from './fields';
import type { Fronts } from './fronts';
import type { Component } from './labels';
import { checkName, shortHash } from './names';
import { overlay, type WiringProps, wiringOf } from './overlay';
import { withOwnVolumes } from './own-volumes';
import type { Facts } from './plan/facts';
import type { WorkloadPlan } from './plan/workload-plan';
import { Delivery, Platform } from './platform';
import { Profile, type ProfileProps } from './profile';
import type { WorkloadOptions } from './props/workload-options';
import { guard } from './synth/guard';
import { Synthesis } from './synth/synthesis';

/** What differs between the constructs: from props to a plan, from the plan to JSON, and what is made beside the workload. */
export interface Recipe<P extends WorkloadOptions, L extends WorkloadPlan, W extends kplus.Workload, C extends object> {
  readonly described: Struct<P>;
  readonly component: Component;
  /** How many letters the id may have, where longer names are derived from it. */
  longestName?(props: P): number;
  /** What stands in front of the pods; undefined where nothing is routed to them. */
  readonly fronts?: Fronts;
  /** Decides: a pure function of the props and of what is known besides. */
  plan(props: NoInfer<P>, facts: Facts): L;
  /** Writes: a pure function of the plan. */
  json(plan: L): Fields;
  /** Makes the object of cdk8s-plus-28 that stays underneath. */
  workload(wiring: WiringProps): W;
  /** Makes what goes with the workload. */
  companions?(made: Made<L, W>): C;
}

/** What is there when companions are made. */
export interface Made<L extends WorkloadPlan, W extends kplus.Workload = kplus.Workload> {
  readonly name: string;
  readonly component: Component;
  readonly plan: L;
  readonly profile: ProfileProps;
  readonly workload: W;
}

/**
 * Makes a construct. Whatever it is for, the steps are these: what is known of platform and profile, checks of what was
 * given, ConfigMaps, the plan, the workload with our JSON, its companions, and the guard that has each synthesis tell
 * what is wrong.
 */
export function follow<P extends WorkloadOptions, L extends WorkloadPlan, W extends kplus.Workload, C extends object>(
  construct: Construct,
  id: string,
  given: P,
  recipe: Recipe<P, L, W, C>,
): C & { readonly workload: W } {
  const platform = Platform._read(construct);
  const profile = Profile._read(construct);
  const { component, fronts } = recipe;
  const { resources } = checkProps(construct, recipe.described, given, profile);
  const name = checkName(id, recipe.longestName?.(given));
  const props = withOwnVolumes(given);
  const { envFrom, mounts, data } = configMapsOf(construct, name, props);
  const facts = (): Facts => ({
    name,
    component,
    version: platform.kubernetesVersion,
    registries: platform.registries ?? [],
    isGitOps: platform.delivery === Delivery.GITOPS,
    resources,
    replicas: profile.replicas,
    config: { envFrom, mounts, hash: hashOf(data()) },
    route: fronts?.route(platform.route),
  });
  // Planned again at each synthesis: a Service that was added since may ask for a longer preStop.
  const plan = () => Synthesis.of(construct).once(construct, () => recipe.plan(props, facts()));
  const first = plan();
  const workload = recipe.workload(wiringOf(construct, first));
  construct.node.defaultChild = workload;
  overlay(workload, first, () => recipe.json(plan()));
  const companions = recipe.companions?.({ name, component, plan: first, profile, workload });
  guard(construct, {
    workload: ApiObject.of(workload),
    served: fronts !== undefined,
    ...(component !== 'job' && { drainSeconds: () => plan().stop.drainSeconds }),
    ...(fronts !== undefined && { route: () => String(plan().route) }),
    conflicts: () => plan().conflicts,
  });
  return { ...(companions as C), workload };
}

function hashOf(data: unknown): string | undefined {
  return data === undefined ? undefined : shortHash(data);
}

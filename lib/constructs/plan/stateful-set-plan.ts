import { hasFeature } from '../../kubernetes/versions/features';
import { checkCount } from '../../lifecycle/arithmetic/numbers';
import type { IntOrPercent } from '../../lifecycle/arithmetic/rounding';
import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { RollingUpdate } from '../../lifecycle/values/rolling-update';
import type { Fields } from '../fields';
import { PodManagementPolicy } from '../pod-management-policy';
import type { StatefulServiceProps } from '../props/stateful-service-props';
import type { Facts } from './facts';
import { mainPort } from './main-port';
import { planReplicas, planRolling, type RollingPlan } from './rolling-plan';
import { planClaim } from './storage-plan';
import { planWorkload, type WorkloadPlan } from './workload-plan';

/** A StatefulSet, with every number known; times in seconds. */
export interface StatefulSetPlan extends WorkloadPlan, RollingPlan {
  readonly replicas: number;
  readonly partition: number;
  /** Undefined where the target version honours none: one pod at a time. */
  readonly maxUnavailable: IntOrPercent | undefined;
  readonly podManagementPolicy: string;
  readonly serviceName: string;
  readonly claims: readonly Fields[];
}

/** Fills in what is left out. */
export function planStatefulSet(props: StatefulServiceProps, facts: Facts): StatefulSetPlan {
  const { storage = [], rollingUpdate } = props;
  const workload = planWorkload(props, facts, {
    health: props.health,
    mainPort: mainPort(props, facts.component),
    restartPolicy: DEFAULTS.restartPolicy.value,
    spreads: true,
    claimMounts: storage.map(({ name, path }) => ({ mount: { name, mountPath: path } })),
  });
  return {
    ...workload,
    ...planRolling(props, facts),
    replicas: planReplicas(props, facts),
    partition: checkCount(props.partition ?? 0, 'partition'),
    maxUnavailable: rollingUpdate?._maxUnavailable?._value,
    podManagementPolicy: props.podManagementPolicy ?? PodManagementPolicy.ORDERED_READY,
    serviceName: headlessName(facts.name),
    claims: storage.map(planClaim),
    conflicts: [...workload.conflicts, ...updateConflicts(rollingUpdate, facts)],
  };
}

function updateConflicts(update: RollingUpdate | undefined, { version }: Facts): readonly Conflict[] {
  const { _maxSurge: surge, _maxUnavailable: unavailable } = update ?? {};
  const field = (name: string) => [`updateStrategy.rollingUpdate.${name}`];
  const conflicts: Conflict[] = [];
  if (surge !== undefined) {
    conflicts.push({
      message: `'maxSurge' (${surge}) has no meaning for a StatefulService, whose pods keep their names: leave it out`,
    });
  }
  if (unavailable?._isZero) {
    conflicts.push({
      message: `'maxUnavailable' (${unavailable}) lets no pod of a StatefulService be replaced: give it at least 1`,
      workload: field('maxUnavailable'),
    });
  }
  if (unavailable !== undefined && !hasFeature('MaxUnavailableStatefulSet', version)) {
    conflicts.push({
      message: `'maxUnavailable' (${unavailable}) of a StatefulService needs Kubernetes 1.37, and the target is ${version}, which replaces one pod at a time: raise it on the Platform, or leave 'maxUnavailable' out`,
      workload: field('maxUnavailable'),
    });
  }
  return conflicts;
}

/** The name of the Service that gives each pod its name. */
export function headlessName(name: string): string {
  return `${name}-headless`;
}

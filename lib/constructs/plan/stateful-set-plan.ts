import { checkCount } from '../../lifecycle/arithmetic/numbers';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { Fields } from '../json/fields';
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
  readonly podManagementPolicy: string;
  readonly serviceName: string;
  readonly claims: readonly Fields[];
}

/** Fills in what is left out. */
export function planStatefulSet(props: StatefulServiceProps, facts: Facts): StatefulSetPlan {
  const { storage = [] } = props;
  return {
    ...planWorkload(props, facts, {
      health: props.health,
      mainPort: mainPort(props, facts.component),
      restartPolicy: DEFAULTS.restartPolicy.value,
      spreads: true,
      claimMounts: storage.map(({ name, path }) => ({ mount: { name, mountPath: path } })),
    }),
    ...planRolling(props, facts),
    replicas: planReplicas(props, facts),
    partition: checkCount(props.partition ?? 0, 'partition'),
    podManagementPolicy: props.podManagementPolicy ?? PodManagementPolicy.ORDERED_READY,
    serviceName: headlessName(facts.name),
    claims: storage.map(planClaim),
  };
}

/** The name of the Service that gives each pod its name. */
export function headlessName(name: string): string {
  return `${name}-headless`;
}

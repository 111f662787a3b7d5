import type { LabelSelector } from './label-selector';

/**
 * How pods are spread over places.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export interface TopologySpreadConstraint {
  /** By how many pods two places may differ. */
  readonly maxSkew: number;
  /** Label of nodes; nodes of one value are one place, such as `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  /** What happens to a pod that fits nowhere: `ScheduleAnyway` or `DoNotSchedule`. */
  readonly whenUnsatisfiable: string;
  /**
   * Labels of the pods that are counted.
   * @default - none
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Labels that the counted pods share with this one; `pod-template-hash` counts each revision by itself.
   * @default - none
   */
  readonly matchLabelKeys?: string[];
  /**
   * Fewest places, with `DoNotSchedule`.
   * @default 1
   */
  readonly minDomains?: number;
  /**
   * Whether only nodes count that the pod may run on by selector and affinity: `Honor` or `Ignore`.
   * @default 'Honor'
   */
  readonly nodeAffinityPolicy?: string;
  /**
   * Whether only nodes count whose taints the pod tolerates: `Honor` or `Ignore`.
   * @default 'Ignore'
   */
  readonly nodeTaintsPolicy?: string;
}

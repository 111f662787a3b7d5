import type { LabelSelector } from './label-selector';

/**
 * Where pods may run. Objects of cdk8s-plus (`kplus.k8s.Affinity`, ...) are such options as well.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export interface Affinity {
  /**
   * Towards nodes, by their labels.
   * @default - none
   */
  readonly nodeAffinity?: NodeAffinity;
  /**
   * Towards other pods.
   * @default - none
   */
  readonly podAffinity?: PodAffinity;
  /**
   * Away from other pods.
   * @default - none
   */
  readonly podAntiAffinity?: PodAffinity;
}

/** Affinity towards nodes. */
export interface NodeAffinity {
  /**
   * Nodes that are preferred.
   * @default - none
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: PreferredSchedulingTerm[];
  /**
   * Nodes that alone are possible.
   * @default - every node
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}

/** Nodes that are preferred, and how much. */
export interface PreferredSchedulingTerm {
  /** The nodes. */
  readonly preference: NodeSelectorTerm;
  /** How much, 1 to 100. */
  readonly weight: number;
}

/** A choice of nodes: those that one of the terms chooses. */
export interface NodeSelector {
  /** The terms. */
  readonly nodeSelectorTerms: NodeSelectorTerm[];
}

/** A choice of nodes: those that meet every requirement. */
export interface NodeSelectorTerm {
  /**
   * Requirements on labels.
   * @default - none
   */
  readonly matchExpressions?: NodeSelectorRequirement[];
  /**
   * Requirements on fields; Kubernetes knows `metadata.name` alone.
   * @default - none
   */
  readonly matchFields?: NodeSelectorRequirement[];
}

/** One requirement on the labels or fields of a node. */
export interface NodeSelectorRequirement {
  /** Label or field. */
  readonly key: string;
  /** How it is compared: `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`. */
  readonly operator: string;
  /**
   * Values to compare with.
   * @default - nothing, as `Exists` and `DoesNotExist` want it
   */
  readonly values?: string[];
}

/** Affinity towards other pods, or away from them. */
export interface PodAffinity {
  /**
   * Pods that are looked for, or avoided, where possible.
   * @default - none
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];
  /**
   * Pods that must be near, or must not. A rollout needs a node for the surge pod too.
   * @default - none
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
}

/** Pods that are looked for or avoided, and how much. */
export interface WeightedPodAffinityTerm {
  /** The pods. */
  readonly podAffinityTerm: PodAffinityTerm;
  /** How much, 1 to 100. */
  readonly weight: number;
}

/** A choice of pods, and how near they are. */
export interface PodAffinityTerm {
  /** Label of nodes; nodes of one value are one place, such as `kubernetes.io/hostname`. */
  readonly topologyKey: string;
  /**
   * Labels of the pods.
   * @default - no pod
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Labels that the pods share with this one, such as `pod-template-hash`. Kubernetes 1.31 or newer.
   * @default - none
   */
  readonly matchLabelKeys?: string[];
  /**
   * Labels that the pods do not share with this one. Kubernetes 1.31 or newer.
   * @default - none
   */
  readonly mismatchLabelKeys?: string[];
  /**
   * Labels of the namespaces of the pods.
   * @default - the namespace of this one
   */
  readonly namespaceSelector?: LabelSelector;
  /**
   * Names of the namespaces of the pods.
   * @default - the namespace of this one
   */
  readonly namespaces?: string[];
}

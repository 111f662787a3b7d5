/**
 * Taints that a pod tolerates.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Toleration {
  /**
   * Key of the taint.
   * @default - every key, with the operator `Exists`
   */
  readonly key?: string;
  /**
   * How its value is compared: `Equal` or `Exists`.
   * @default 'Equal'
   */
  readonly operator?: string;
  /**
   * Value of the taint.
   * @default - none
   */
  readonly value?: string;
  /**
   * Effect of the taint: `NoSchedule`, `PreferNoSchedule` or `NoExecute`.
   * @default - every effect
   */
  readonly effect?: string;
  /**
   * Seconds for which a taint of effect `NoExecute` is tolerated.
   * @default - for ever
   */
  readonly tolerationSeconds?: number;
}

/** A choice of objects by their labels. */
export interface LabelSelector {
  /**
   * Requirements on labels.
   * @default - none
   */
  readonly matchExpressions?: LabelSelectorRequirement[];
  /**
   * Labels that each must have.
   * @default - none
   */
  readonly matchLabels?: { readonly [name: string]: string };
}

/** One requirement on labels. */
export interface LabelSelectorRequirement {
  /** Label. */
  readonly key: string;
  /** How it is compared: `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  readonly operator: string;
  /**
   * Values to compare with.
   * @default - nothing, as `Exists` and `DoesNotExist` want it
   */
  readonly values?: string[];
}

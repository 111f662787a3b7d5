/** What cdk8s-cli hands to a validation plugin: the part of its `ValidationContext` that this one uses. */
export interface ValidationContext {
  readonly manifests: readonly string[];
  /** Construct paths by the name of the object alone: a Service and a Deployment of one name share an entry. */
  readonly metadata: { [name: string]: { readonly path: string } };
  readonly report: ValidationReport;
  parseManifest(path: string): unknown[];
}

export interface ValidationReport {
  addViolation(violation: ReportedViolation): void;
  /** Has to be called, and last: without it cdk8s-cli takes the report for incomplete and fails. */
  submit(status: 'success' | 'failure', metadata?: { readonly [key: string]: string }): void;
}

/** One rule with all that break it; cdk8s-cli knows no severity. */
export interface ReportedViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: ReadonlyArray<{
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }>;
}

import type { IConstruct } from 'constructs';

/** Why the findings of a rule below a scope are accepted. */
export interface ScopeAcknowledgement {
  readonly scope: IConstruct;
  readonly rule: string;
  readonly reason: string;
  readonly container?: string | undefined;
  /** Follows from a choice of the user's, so that nobody needs to hear that no finding needs it. */
  readonly isImplied?: boolean;
}

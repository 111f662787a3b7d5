import type { ApiObject } from 'cdk8s';
import type { Finding } from '../../check/finding';
import type { Owned } from './owned';
import type { ScopeAcknowledgement } from './scope-acknowledgement';

/** A finding, and the acknowledgement that accepts it. */
export interface Accepted {
  readonly finding: Finding;
  readonly by: ScopeAcknowledgement;
}

/** For each object, why findings on it are accepted, by rule. */
export type Reasons = ReadonlyMap<ApiObject, ReadonlyMap<string, string>>;

/** The reasons as they are written into the annotations of their objects: one line for each, none twice. */
export function reasonsOf(owned: readonly Owned[], accepted: readonly Accepted[]): Reasons {
  const reasons = new Map<ApiObject, Map<string, string>>();
  for (const { finding, by } of accepted) {
    const object = owned[finding.index]?.object;
    if (object === undefined) continue;
    const ofObject = reasons.get(object) ?? new Map<string, string>();
    const line = by.container === undefined ? by.reason : `[${by.container}] ${by.reason}`;
    const lines = new Set([...(ofObject.get(finding.rule)?.split('\n') ?? []), line]);
    reasons.set(object, ofObject.set(finding.rule, [...lines].join('\n')));
  }
  return reasons;
}

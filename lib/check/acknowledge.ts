import { type Acknowledgement, isApplied, isFor } from './acknowledgement';
import type { Finding } from './finding';
import type { Levels } from './levels';

/** Findings with the reasons for which they are accepted, and what matched nothing. */
export interface Acknowledged {
  readonly findings: readonly Finding[];
  /** For each finding that is accepted, the acknowledgement that gave the reason. */
  readonly acceptedBy: ReadonlyMap<Finding, Acknowledgement>;
  readonly unmatched: readonly Acknowledgement[];
}

/** Applies acknowledgements to findings; the first that fits a finding gives the reason. */
export function acknowledge(
  findings: readonly Finding[],
  acknowledgements: readonly Acknowledgement[],
  levels: Levels,
): Acknowledged {
  const byTarget = new Map<string, Acknowledgement[]>();
  for (const each of acknowledgements.filter(isApplied)) {
    const key = targetOf(levels.currentId(each.rule) ?? each.rule, each.index);
    const list = byTarget.get(key);
    if (list === undefined) byTarget.set(key, [each]);
    else list.push(each);
  }
  const matched = new Set<Acknowledgement>();
  const acceptedBy = new Map<Finding, Acknowledgement>();
  const applied = findings.map((finding) => {
    const { rule, index } = finding;
    const fitting = [targetOf(rule, index), targetOf(rule, undefined)]
      .flatMap((target) => byTarget.get(target) ?? [])
      .filter((each) => isFor(each, finding));
    for (const each of fitting) matched.add(each);
    const [first] = fitting;
    if (first === undefined) return finding;
    const accepted = { ...finding, acknowledged: first.reason };
    acceptedBy.set(accepted, first);
    return accepted;
  });
  return { findings: applied, acceptedBy, unmatched: acknowledgements.filter((each) => !matched.has(each)) };
}

function targetOf(rule: string, index: number | undefined): string {
  return `${index ?? ''} ${rule}`;
}

import type { Finding } from '../check/finding';
import { describeRef } from '../kubernetes/views/manifest';
import { isAtLeast } from '../lifecycle/severity';
import { findAll, type LintOptions, lint, refuseUnknownRule, showFinding } from './lint';
import type { MatcherResult } from './matcher-result';
import { toRollOutWithoutLoss } from './roll-out';

/** Narrows which findings of the rule are meant. */
export interface BreakOptions extends LintOptions {
  /** The object as findings name it: `Deployment shop/web`. */
  readonly object?: string;
  /** Its field path: `spec.template.spec.containers[0]`. */
  readonly path?: string;
  /** How often. @default - once or more */
  readonly times?: number;
}

/** Matchers for `expect.extend`. */
export const lifecycleMatchers = { toPassLint, toBreakRule, toRollOutWithoutLoss };

/** Passes where lint finds nothing at or above `failOn` (default `warning`) that nobody acknowledged. */
export function toPassLint(received: unknown, options: LintOptions = {}): MatcherResult {
  const { failOn = 'warning' } = options;
  const findings = lint(received, options).filter(({ severity }) => isAtLeast(severity, failOn));
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? `expected findings at or above ${failOn}, and there are none`
        : `expected no finding at or above ${failOn}, and there ${isAre(findings)}:\n\n${findings.map(showFinding).join('\n\n')}`,
  };
}

/** Passes where a rule finds something; `object`, `path` and `times` say more exactly what. */
export function toBreakRule(received: unknown, rule: string, options: BreakOptions = {}): MatcherResult {
  refuseUnknownRule(rule, options);
  const { object, path, times } = options;
  const all = findAll(received, options).filter((finding) => finding.rule === rule);
  const found = all.filter(
    (finding) =>
      (object === undefined || describeRef(finding.object) === object) && (path === undefined || finding.path === path),
  );
  const wanted = [rule, object === undefined ? '' : ` at ${object}`, path === undefined ? '' : `, ${path}`].join('');
  const often = times === undefined ? '' : ` ${times} times`;
  return {
    pass: times === undefined ? found.length > 0 : found.length === times,
    message: () =>
      found.length > 0
        ? `findings of ${wanted}, of which ${times ?? 'none'} ${times === undefined ? 'was' : 'were'} expected:\n\n${found.map(showFinding).join('\n\n')}`
        : `expected a finding of ${wanted}${often}, and there is none${elsewhere(all)}`,
  };
}

function isAre(findings: readonly Finding[]): string {
  return findings.length === 1 ? 'is 1' : `are ${findings.length}`;
}

function elsewhere(findings: readonly Finding[]): string {
  return findings.length === 0 ? '' : `; the rule finds elsewhere:\n\n${findings.map(showFinding).join('\n\n')}`;
}

import { SEVERITIES } from '../../../../lifecycle/severity';
import type { LintFinding, LintReport } from '../report';

/** Which findings of a report are printed. */
export interface Shown {
  /** Acknowledged findings too. */
  readonly showAcknowledged?: boolean;
  /** The most serious ones up to this number. @default - all */
  readonly maxFindings?: number;
}

/** The findings that people are told: those that nobody acknowledged, or all; and how many are left out. */
export function told(
  { findings }: LintReport,
  { showAcknowledged = false, maxFindings = Number.POSITIVE_INFINITY }: Shown,
): { readonly shown: readonly LintFinding[]; readonly left: number } {
  const all = showAcknowledged ? findings : findings.filter(({ acknowledged }) => acknowledged === null);
  if (all.length <= maxFindings) return { shown: all, left: 0 };
  const chosen = new Set([...all].sort((one, other) => rank(one) - rank(other)).slice(0, maxFindings));
  return { shown: all.filter((finding) => chosen.has(finding)), left: all.length - chosen.size };
}

/** What was acknowledged comes last. */
function rank({ severity, acknowledged }: LintFinding): number {
  return acknowledged === null ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
}

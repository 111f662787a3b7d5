import type { LintFinding, LintReport } from '../lint/report';

/** The findings that people are told: those that nobody acknowledged, or all. */
export function told({ findings }: LintReport, showAcknowledged: boolean): readonly LintFinding[] {
  return showAcknowledged ? findings : findings.filter(({ acknowledged }) => acknowledged === null);
}

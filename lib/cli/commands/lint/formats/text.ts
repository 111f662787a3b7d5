import { count } from '../../../../kubernetes/text/count';
import { groupedBy } from '../../../../kubernetes/views/groups';
import { describeRef } from '../../../../kubernetes/views/manifest';
import type { GlobalFlags } from '../../../frame/global-flags';
import { severityIn } from '../../../output/severity-in';
import type { Styles } from '../../../output/terminal';
import type { LintFinding, LintReport } from '../report';
import { summaryLine } from './summary-line';
import { type Shown, told } from './told';

/** Findings for people, grouped by object: place, severity, what and why, and the fix once a rule and object. */
export function* toText(report: LintReport, which: Shown & GlobalFlags, styles: Styles): Iterable<string> {
  const { shown, left } = told(report, which);
  for (const findings of groupedBy(shown, ({ document }) => document).values()) yield `${block(findings, styles)}\n\n`;
  if (left > 0) yield `${count(left, 'more finding')} not shown\n\n`;
  if (which.quiet !== true) yield `${summaryLine(report.summary, styles)}\n`;
}

function block(findings: readonly LintFinding[], styles: Styles): string {
  const [first] = findings;
  if (first === undefined) return '';
  const source = first.source === null ? '' : `, ${first.source}`;
  const made = first.construct === null ? '' : styles.dim(` (construct ${first.construct}${source})`);
  const lines = findings.map((finding, index) => {
    const sameFix = index > 0 && findings[index - 1]?.rule === finding.rule && findings[index - 1]?.fix === finding.fix;
    return entry(finding, sameFix, styles);
  });
  return [`${styles.bold(describeRef(first.object))}${made}`, ...lines].join('\n');
}

function entry(finding: LintFinding, sameFix: boolean, styles: Styles): string {
  const { file, line, column, severity, message, rule, fix, acknowledged } = finding;
  const place = styles.cyan(`${file}:${line}:${column}`);
  const head = `  ${place}  ${severityIn(severity, styles)}  ${message}  ${styles.dim(rule)}`;
  if (acknowledged !== null) return `${head}\n      ${styles.dim(`acknowledged: ${acknowledged}`)}`;
  return sameFix || fix === '' ? head : `${head}\n      ${styles.dim(fix)}`;
}

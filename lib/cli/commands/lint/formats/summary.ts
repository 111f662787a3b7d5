import { groupedBy } from '../../../../kubernetes/views/groups';
import type { Severity } from '../../../../lifecycle/severity';
import { SEVERITIES } from '../../../../lifecycle/severity';
import type { GlobalFlags } from '../../../frame/global-flags';
import { severityIn } from '../../../output/severity-in';
import type { Styles } from '../../../output/terminal';
import type { LintReport } from '../report';
import { summaryLine } from './summary-line';
import { told } from './told';

interface Row {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** How often each rule was broken, the most serious and most frequent first; then the summary of all. */
export function* toSummary(report: LintReport, { quiet }: GlobalFlags, styles: Styles): Iterable<string> {
  const rows = rowsOf(report);
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]));
  const widths = { count: widest(rows.map((row) => String(row.count))), rule: widest(rows.map(({ rule }) => rule)) };
  for (const { rule, severity, count } of rows) {
    const cells = [
      String(count).padStart(widths.count),
      severityIn(severity, styles) + ' '.repeat('warning'.length - severity.length),
      styles.bold(rule.padEnd(widths.rule)),
      titles.get(rule) ?? '',
    ];
    yield `${cells.join('  ')}\n`;
  }
  if (quiet !== true) yield `${rows.length === 0 ? '' : '\n'}${summaryLine(report.summary, styles)}\n`;
}

function rowsOf(report: LintReport): readonly Row[] {
  const byRule = groupedBy(told(report, {}).shown, ({ severity, rule }) => `${severity} ${rule}`);
  const rows = [...byRule.values()].flatMap((all) => all.slice(0, 1).map((each) => ({ ...each, count: all.length })));
  const rank = ({ severity }: Row) => SEVERITIES.indexOf(severity);
  return rows.sort(
    (one, other) => rank(one) - rank(other) || other.count - one.count || (one.rule < other.rule ? -1 : 1),
  );
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

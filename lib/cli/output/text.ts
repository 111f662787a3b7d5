import { describeRef } from '../../kubernetes/manifest';
import type { Severity } from '../../kubernetes/severity';
import type { LintFinding, LintReport, LintSummary } from '../lint/report';
import type { Styles } from '../terminal';
import { told } from './told';

/** Findings for people, grouped by object: place, severity, what and why, and the mend once a rule and object. */
export function* toText(report: LintReport, showAcknowledged: boolean, styles: Styles): Iterable<string> {
  const groups = new Map<unknown, LintFinding[]>();
  for (const finding of told(report, showAcknowledged)) {
    const group = groups.get(finding.document);
    if (group === undefined) groups.set(finding.document, [finding]);
    else group.push(finding);
  }
  for (const findings of groups.values()) yield `${block(findings, styles)}\n\n`;
  yield `${summaryLine(report.summary, styles)}\n`;
}

function block(findings: readonly LintFinding[], styles: Styles): string {
  const [first] = findings;
  if (first === undefined) return '';
  const source = first.source === null ? '' : `, ${first.source}`;
  const made = first.construct === null ? '' : styles.dim(` (construct ${first.construct}${source})`);
  const lines = findings.map((finding, index) => {
    const sameMend =
      index > 0 && findings[index - 1]?.rule === finding.rule && findings[index - 1]?.fix === finding.fix;
    return entry(finding, sameMend, styles);
  });
  return [`${styles.bold(describeRef(first.object))}${made}`, ...lines].join('\n');
}

function entry(finding: LintFinding, sameMend: boolean, styles: Styles): string {
  const { file, line, column, severity, message, rule, fix, acknowledged } = finding;
  const place = styles.cyan(`${file}:${line}:${column}`);
  const head = `  ${place}  ${severityIn(severity, styles)}  ${message}  ${styles.dim(rule)}`;
  if (acknowledged !== null) return `${head}\n      ${styles.dim(`acknowledged: ${acknowledged}`)}`;
  return sameMend || fix === '' ? head : `${head}\n      ${styles.dim(fix)}`;
}

function severityIn(severity: Severity, styles: Styles): string {
  if (severity === 'error') return styles.red('error');
  return severity === 'warning' ? styles.yellow('warning') : styles.blue('info');
}

function summaryLine(summary: LintSummary, styles: Styles): string {
  const { error, warning, info, objects, files, acknowledged, notChecked, baseline } = summary;
  const found = [count(error, 'error'), count(warning, 'warning'), count(info, 'info', 'info')].join(', ');
  const further = [
    acknowledged > 0 ? `${acknowledged} acknowledged` : '',
    baseline > 0 ? `${baseline} in the baseline` : '',
    notChecked > 0 ? `${count(notChecked, 'object')} of kinds that no rule knows` : '',
  ].filter((text) => text !== '');
  const style = error > 0 ? styles.red : warning > 0 ? styles.yellow : styles.green;
  const rest = further.length === 0 ? '' : `; ${further.join(', ')}`;
  return `${style(found)} in ${count(objects, 'object')} of ${count(files, 'file')}${rest}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

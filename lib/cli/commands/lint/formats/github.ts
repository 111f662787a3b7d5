import { count } from '../../../../kubernetes/text/count';
import { describeRef } from '../../../../kubernetes/views/manifest';
import type { Severity } from '../../../../lifecycle/severity';
import type { LintFinding, LintReport } from '../report';
import { type Shown, told } from './told';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands that GitHub shows beside the line of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function* toGithub(report: LintReport, which: Shown = {}): Iterable<string> {
  const { shown, left } = told(report, which);
  for (const finding of shown) yield annotation(finding);
  if (left > 0) yield `::notice title=cdk8s-lifecycle::${count(left, 'more finding')}\n`;
}

function annotation({ severity, acknowledged, rule, object, message, fix, file, line, column }: LintFinding): string {
  const command = COMMAND[acknowledged === null ? severity : 'info'];
  const text =
    acknowledged === null ? `${message}.${fix === '' ? '' : ` ${fix}`}` : `${message} (acknowledged: ${acknowledged})`;
  const properties = { file, line, col: column, title: `${rule}: ${describeRef(object)}` };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${written.join(',')}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import type { LintFinding, LintReport } from '../lint/report';
import { jsonWithList } from './json-with-list';

/** The shape that scripts rely on: keys are added, never renamed, and absent values are null. */
export function toJson({ findings, summary }: LintReport): Iterable<string> {
  return jsonWithList((list) => ({ findings: list, summary }), findings.map(printed));
}

function printed({ document: _, ...finding }: LintFinding) {
  const { rule, severity, message, fix, see, object, path, file, line, column, construct, source } = finding;
  const { acknowledged, container } = finding;
  return {
    rule,
    severity,
    message,
    fix,
    see,
    object,
    path,
    file,
    line,
    column,
    construct,
    source,
    acknowledged,
    container,
  };
}

import type { LintReport } from '../lint/report';

/** The shape that scripts rely on: keys are added, never renamed, and absent values are null. */
export function toJson({ findings, summary }: LintReport): string {
  const printed = findings.map(
    ({
      rule,
      severity,
      message,
      fix,
      see,
      object,
      path,
      container,
      file,
      line,
      column,
      construct,
      source,
      ...rest
    }) => ({
      rule,
      severity,
      message,
      fix,
      see,
      object,
      path,
      container,
      file,
      line,
      column,
      construct,
      source,
      acknowledged: rest.acknowledged,
    }),
  );
  return `${JSON.stringify({ findings: printed, summary }, null, 2)}\n`;
}

import { jsonWithList } from '../../../output/json-with-list';
import type { LintFinding, LintReport } from '../report';
import { type Shown, told } from './told';

/** The shape that scripts rely on: keys are added, never renamed, and absent values are null. */
export function toJson(report: LintReport, { maxFindings }: Shown = {}): Iterable<string> {
  const { shown, left } = told(report, { showAcknowledged: true, maxFindings });
  const summary = { ...report.summary, notShown: left };
  return jsonWithList((list) => ({ findings: list, summary }), shown.map(printed));
}

const KEYS = [
  ...['rule', 'severity', 'message', 'fix', 'see', 'object', 'path', 'file', 'line', 'column'],
  ...['construct', 'source', 'acknowledged', 'container'],
] as ReadonlyArray<keyof LintFinding>;

function printed(finding: LintFinding) {
  return Object.fromEntries(KEYS.map((key) => [key, finding[key]]));
}

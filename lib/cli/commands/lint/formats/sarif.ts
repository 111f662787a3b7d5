import { relative, sep } from 'node:path';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { describeRef } from '../../../../kubernetes/views/manifest';
import type { Severity } from '../../../../lifecycle/severity';
import type { RuleText } from '../../../../rules/rule';
import type { ReadProblem } from '../../../input/read-manifests';
import { jsonWithList } from '../../../output/json-with-list';
import { fingerprintOf, keyOf } from '../fingerprint';
import type { LintFinding, LintReport } from '../report';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};
const HOME = 'https://github.com/cdk8s-lifecycle/cdk8s-lifecycle';

/**
 * SARIF 2.1.0 for code scanning. URIs are relative to the folder in which lint runs, the root of the sources for most;
 * acknowledged findings are suppressed results with their reason.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(report: LintReport, version: string): Iterable<string> {
  const broken = new Set(report.findings.map(({ rule }) => rule));
  const rules = report.rules.filter(({ id }) => broken.has(id));
  const positions = new Map(rules.map(({ id }, position) => [id, position]));
  const log = (results: unknown): Log => ({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk8s-lifecycle', version, informationUri: HOME, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: report.problems.map(notification),
          },
        ],
        results: results as Result[],
      },
    ],
  });
  return jsonWithList(
    log,
    report.findings.map((finding) => result(finding, positions.get(finding.rule))),
  );
}

function descriptor({ id, title, why, fix, see, severity }: RuleText): ReportingDescriptor {
  const pages = see.map((page) => `- ${page}`).join('\n');
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${fix}\n\n${pages}`, markdown: `${why}\n\n${fix}\n\n${pages}` },
    helpUri: see[0] ?? HOME,
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function result(finding: LintFinding, ruleIndex: number | undefined): Result {
  const { rule, severity, message, fix, path, object, file, line, column, acknowledged } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVEL[severity],
    message: { text: fix === '' ? `${message}.` : `${message}. ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: describeRef(object), kind: 'object' }, ...memberOf(path)],
      },
    ],
    partialFingerprints: { 'findingKey/v1': keyOf(fingerprintOf(finding)) },
    ...(acknowledged === null ? {} : { suppressions: [{ kind: 'inSource', justification: acknowledged }] }),
  };
}

function memberOf(path: string) {
  return path === '' ? [] : [{ fullyQualifiedName: path, kind: 'member' }];
}

function notification({ file, line, column, message }: ReadProblem) {
  const region = line === null ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return {
    level: 'error' as const,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' }, ...region } }],
  };
}

/** A relative URI with slashes; what came on stdin has the name `stdin`. */
function uriOf(file: string): string {
  if (file === '<stdin>') return 'stdin';
  return relative('.', file).split(sep).map(encodeURIComponent).join('/');
}

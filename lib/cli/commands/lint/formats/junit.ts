import { groupedBy } from '../../../../kubernetes/views/groups';
import { describeRef, refOf } from '../../../../kubernetes/views/manifest';
import { isAtLeast } from '../../../../lifecycle/severity';
import type { ReadProblem, SourceDocument } from '../../../input/read-manifests';
import type { Settings } from '../../../settings/settings';
import type { LintFinding, LintReport } from '../report';

interface Case {
  readonly name: string;
  readonly file: string;
  readonly body: string;
  readonly outcome: 'passed' | 'failure' | 'skipped' | 'error';
}

/**
 * JUnit XML: a suite a file; a case for each finding, and one for each object without any. A finding below `failOn`
 * passes with its text as output, an acknowledged one is skipped with its reason.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function toJunit(report: LintReport, failOn: Settings['failOn']): Iterable<string> {
  const broken = new Set(report.findings.map(({ document }) => document));
  const cases = [
    ...report.findings.map((finding) => caseOf(finding, failOn)),
    ...report.documents.filter((document) => !broken.has(document)).map(clean),
    ...report.problems.map(unread),
  ];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cdk8s-lifecycle" ${counts(cases)}>\n`,
    ...[...groupedBy(cases, ({ file }) => file)].map(([file, list]) => suite(file, list)),
    '</testsuites>\n',
  ];
}

function suite(file: string, cases: readonly Case[]): string {
  const lines = cases.map(({ name, body }) => {
    const head = `    <testcase name="${quote(name)}" classname="${quote(file)}"`;
    return body === '' ? `${head}/>\n` : `${head}>${body}</testcase>\n`;
  });
  return `  <testsuite name="${quote(file)}" ${counts(cases)}>\n${lines.join('')}  </testsuite>\n`;
}

function counts(cases: readonly Case[]): string {
  const number = (outcome: Case['outcome']) => cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}"`;
}

function caseOf(finding: LintFinding, failOn: Settings['failOn']): Case {
  const { rule, severity, message, fix, path, file, line, column, acknowledged, object } = finding;
  const name = `${rule}: ${describeRef(object)}${path === '' ? '' : ` ${path}`}`;
  if (acknowledged !== null) {
    return { name, file, outcome: 'skipped', body: `<skipped message="${quote(acknowledged)}"/>` };
  }
  const text = quote(`${file}:${line}:${column} ${message}${fix === '' ? '' : `\n${fix}`}`);
  if (failOn === 'never' || !isAtLeast(severity, failOn)) {
    return { name, file, outcome: 'passed', body: `<system-out>${text}</system-out>` };
  }
  return {
    name,
    file,
    outcome: 'failure',
    body: `<failure message="${quote(message)}" type="${severity}">${text}</failure>`,
  };
}

function clean({ manifest, file }: SourceDocument): Case {
  return { name: describeRef(refOf(manifest)), file, outcome: 'passed', body: '' };
}

function unread({ file, line, message }: ReadProblem): Case {
  const text = quote(`${file}${line === null ? '' : `:${line}`} ${message}`);
  return { name: 'can be read', file, outcome: 'error', body: `<error message="${text}"/>` };
}

/** XML has no place at all for most control characters. */
function quote(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replace(/[^\t\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

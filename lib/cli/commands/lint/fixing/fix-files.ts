import { createTwoFilesPatch } from 'diff';
import { autofixOf } from '../../../../check/catalogue';
import { count } from '../../../../kubernetes/text/count';
import { describeRef } from '../../../../kubernetes/views/manifest';
import { tell } from '../../../frame/answer';
import { CouldNotRun } from '../../../frame/could-not-run';
import type { ReadResult } from '../../../input/read-manifests';
import { encode, type SourceText } from '../../../input/text';
import { note } from '../../../output/notes';
import { writeFile } from '../../../output/write-file';
import type { Settings } from '../../../settings/settings';
import type { LintFinding, LintReport } from '../report';
import { type FixResult, fixDocuments } from './fix-documents';

export interface FixOptions {
  /** Print the changes and write nothing. */
  readonly dryRun: boolean;
  /** Prints no count. */
  readonly quiet?: boolean;
  /** Narrows what is fixed: a baseline does. */
  readonly isMeant: (report: LintReport) => LintReport;
}

/**
 * Fixes files in place, or prints what it would change as a unified diff; gives the report on the files as they are then.
 *
 * @throws CouldNotRun if there is stdin to be written
 */
export async function fixFiles(read: ReadResult, settings: Settings, options: FixOptions): Promise<LintReport> {
  if (read.files.includes('<stdin>') && !options.dryRun) {
    throw new CouldNotRun(
      '--fix rewrites files, and stdin cannot be rewritten: name a file, or add --dry-run to see the changes',
    );
  }
  const before = new Map(read.documents.map(({ document: { source } }) => [source.file, source]));
  const result = await fixDocuments(read, settings, options.isMeant);
  for (const [file, source] of result.sources) {
    if (options.dryRun) process.stdout.write(diffOf(before.get(file), source));
    else writeFile(file, encode(source));
  }
  for (const { finding, because } of result.left) tell(leftText(finding, because));
  note(countText(result, options.dryRun), options);
  return options.dryRun ? result.before : result.report;
}

function diffOf(before: SourceText | undefined, { file, text }: SourceText): string {
  const name = file.replace(/^\/+/, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before?.text ?? '', text, '', '', { context: 3 });
  return patch.replace(/^={3,}\n/, '');
}

function leftText({ file, line, rule, object }: LintFinding, because: string): string {
  return `${file}:${line}: ${rule} of ${describeRef(object)} is left to you: ${because}`;
}

/** `fixed 2 findings in 1 file; 1 left to you, 3 without an automatic fix`. */
function countText({ fixed, left, brought, report, sources }: FixResult, dryRun: boolean): string {
  const fixable = new Set(report.rules.filter((rule) => autofixOf(rule) !== undefined).map(({ id }) => id));
  const without = report.findings.filter(({ rule, acknowledged }) => acknowledged === null && !fixable.has(rule));
  const rest = [
    left.length > 0 ? `${left.length} left to you` : '',
    without.length > 0 ? `${without.length} without an automatic fix` : '',
    brought.length > 0 ? `${brought.length} new` : '',
  ].filter((text) => text !== '');
  const verb = dryRun ? 'would fix' : 'fixed';
  const head = `${verb} ${count(fixed.length, 'finding')} in ${count(sources.size, 'file')}`;
  return rest.length === 0 ? head : `${head}; ${rest.join(', ')}`;
}

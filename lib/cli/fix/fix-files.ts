import { createTwoFilesPatch } from 'diff';
import { describeRef } from '../../kubernetes/manifest';
import { CouldNotRun } from '../could-not-run';
import type { LintReport } from '../lint/report';
import type { Settings } from '../lint/settings';
import type { ReadResult } from '../read-manifests';
import { encode, type SourceText } from '../reader/text';
import { writeFile } from '../write-file';
import { type FixResult, fixDocuments } from './fix-documents';

export interface FixOptions {
  /** Print the changes and write nothing. */
  readonly dryRun: boolean;
  /** Narrows what is mended: a baseline does. */
  readonly isMeant: (report: LintReport) => LintReport;
}

/**
 * Mends files in place, or prints what it would change as a unified diff.
 *
 * @throws CouldNotRun if there is stdin to be written
 */
export async function fixFiles(read: ReadResult, settings: Settings, options: FixOptions): Promise<LintReport> {
  if (read.files.includes('<stdin>') && !options.dryRun) {
    throw new CouldNotRun('--fix rewrites files, and stdin is none: name a file, or add --dry-run to see the changes');
  }
  const before = new Map(read.documents.map(({ document: { source } }) => [source.file, source]));
  const result = await fixDocuments(read, settings, options.isMeant);
  for (const [file, source] of result.sources) {
    if (options.dryRun) process.stdout.write(diffOf(before.get(file), source));
    else writeFile(file, encode(source));
  }
  for (const line of told(result, options.dryRun)) process.stderr.write(`${line}\n`);
  return result.report;
}

function diffOf(before: SourceText | undefined, { file, text }: SourceText): string {
  const name = file.replace(/^\/+/, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before?.text ?? '', text, '', '', { context: 3 });
  return patch.replace(/^={3,}\n/, '');
}

function told({ fixed, left, sources }: FixResult, dryRun: boolean): readonly string[] {
  const count = `${fixed.length} ${fixed.length === 1 ? 'finding' : 'findings'}`;
  const files = `${sources.size} ${sources.size === 1 ? 'file' : 'files'}`;
  return [
    ...left.map(
      ({ finding: { file, line, rule, object }, because }) =>
        `${file}:${line}: ${rule} of ${describeRef(object)} is left to you: ${because}`,
    ),
    `${dryRun ? 'would mend' : 'mended'} ${count} in ${files}`,
  ];
}

import { isAtLeast } from '../../kubernetes/severity';
import { CouldNotRun } from '../could-not-run';
import type { LintFlags } from '../lint';
import { toGithub } from '../output/github';
import { toJson } from '../output/json';
import { toJunit } from '../output/junit';
import { toSarif } from '../output/sarif';
import { toText } from '../output/text';
import { type ReadProblem, type ReadResult, readManifests } from '../read-manifests';
import { stylesFor } from '../terminal';
import { version } from '../version';
import { withoutBaseline, writeBaseline } from './baseline';
import { lintDocuments } from './lint-documents';
import type { LintReport } from './report';
import type { Settings } from './settings';
import { settingsFrom } from './settings-from';

/** Runs `lint`: the report goes to stdout, all else to stderr, and the verdict into the exit code. */
export async function lintCommand(paths: readonly string[], flags: LintFlags): Promise<void> {
  refuseOddPairs(flags);
  const settings = await settingsFrom(flags, paths);
  const read = await readManifests(paths);
  for (const hint of read.hints) tell(`hint: ${hint}`);
  const isMeant = (report: LintReport) =>
    flags.baseline === undefined ? report : withoutBaseline(flags.baseline, report);
  if (flags.fix) {
    const { fixFiles } = await import('../fix/fix-files');
    const report = await fixFiles(read, settings, { dryRun: flags.dryRun, isMeant });
    finish(flags.dryRun ? isMeant(await lintDocuments(read, settings)) : report, read, flags, settings);
    return;
  }
  const all = await lintDocuments(read, settings);
  if (flags.writeBaseline !== undefined) {
    const written = writeBaseline(flags.writeBaseline, all);
    tell(`wrote ${written} ${written === 1 ? 'finding' : 'findings'} to ${flags.writeBaseline}`);
  }
  finish(isMeant(all), read, flags, settings);
}

function refuseOddPairs({ dryRun, fix, writeBaseline: written }: LintFlags): void {
  if (dryRun && !fix) throw new CouldNotRun('--dry-run goes with --fix: it prints what --fix would change');
  if (fix && written !== undefined) {
    throw new CouldNotRun('--fix and --write-baseline do not go together: mend first, then write what is left');
  }
}

/** Prints a report (a baseline that was written, or a diff, stands in its place) and sets the exit code. */
function finish(report: LintReport, read: ReadResult, flags: LintFlags, settings: Settings): void {
  const isPrinted = flags.writeBaseline === undefined && !flags.dryRun;
  if (isPrinted) writeAll(print(report, flags, settings));
  for (const problem of report.problems) tell(`${placeOf(problem)} ${problem.message}`);
  for (const { rule, place } of report.unusedIgnores) tell(`${place} this entry for "${rule}" matches no finding`);
  if (read.documents.length === 0 && report.problems.length === 0) tell('there is no object in what was read');
  process.exitCode = exitCode(report, flags, settings);
}

function print(report: LintReport, { output, showAcknowledged }: LintFlags, { failOn }: Settings): Iterable<string> {
  switch (output) {
    case 'json':
      return toJson(report);
    case 'sarif':
      return toSarif(report, version());
    case 'junit':
      return toJunit(report, failOn);
    case 'github':
      return toGithub(report, showAcknowledged);
    case 'text':
      return toText(report, showAcknowledged, stylesFor(process.stdout));
  }
}

function exitCode({ problems, findings }: LintReport, flags: LintFlags, { failOn }: Settings): number {
  const unread = problems.filter(({ kind }) => kind === 'unreadable' || kind === 'unparsable');
  if (unread.length > 0 && !flags.ignoreUnparsable) return 2;
  if (failOn === 'never' || flags.writeBaseline !== undefined) return 0;
  return findings.some(({ severity, acknowledged }) => acknowledged === null && isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Writes in parts of some size: a write for each finding would cost more than the finding. */
function writeAll(parts: Iterable<string>): void {
  let gathered = '';
  for (const part of parts) {
    gathered += part;
    if (gathered.length < 65_536) continue;
    process.stdout.write(gathered);
    gathered = '';
  }
  process.stdout.write(gathered);
}

function placeOf({ file, line, column }: ReadProblem): string {
  return line === null ? `${file}:` : `${file}:${line}:${column}:`;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

import { isAtLeast } from '../../../lifecycle/severity';
import { CouldNotRun } from '../../could-not-run';
import { isUnread, type ReadResult, readManifests } from '../../input/read-manifests';
import { count } from '../../output/count';
import { note, problemText, tell } from '../../output/notes';
import { toSummary } from '../../output/summary';
import { stylesFor } from '../../output/terminal';
import { toText } from '../../output/text';
import { writeAll } from '../../output/write-all';
import type { Settings } from '../../settings/lint-settings';
import { settingsFrom } from '../../settings/settings-from';
import { version } from '../../version';
import type { LintFlags } from './command';
import { lintDocuments } from './lint-documents';
import type { LintReport } from './report';

/** Runs `lint`: the report goes to stdout, all else to stderr, and the verdict into the exit code. */
export async function lintCommand(paths: readonly string[], flags: LintFlags): Promise<void> {
  refuseOddPairs(flags);
  const settings = await settingsFrom(flags, paths);
  const read = await readManifests(paths);
  for (const hint of read.hints) note(`hint: ${hint}`, flags);
  for (const each of settings.notes) note(each, flags);
  const isMeant = await baselineOf(flags, settings);
  if (flags.fix) {
    const { fixFiles } = await import('../../fix/fix-files');
    const report = await fixFiles(read, settings, { dryRun: flags.dryRun, isMeant, quiet: flags.quiet });
    return finish(flags.dryRun ? isMeant(await lintDocuments(read, settings)) : report, read, flags, settings);
  }
  const all = await lintDocuments(read, settings);
  if (flags.writeBaseline !== undefined) {
    const { writeBaseline } = await import('./baseline');
    const written = writeBaseline(flags.writeBaseline, all);
    note(`wrote ${count(written, 'finding')} to ${flags.writeBaseline}`, flags);
  }
  await finish(isMeant(all), read, flags, settings);
}

/** What takes from a report the findings that the baseline file holds; the module is loaded only where there is one. */
async function baselineOf(flags: LintFlags, settings: Settings): Promise<(report: LintReport) => LintReport> {
  if (flags.baseline === undefined) return (report) => report;
  const { readBaseline, withoutBaseline } = await import('./baseline');
  const baseline = readBaseline(flags.baseline, settings.extraRules);
  for (const each of baseline.notes) note(each, flags);
  return (report) => withoutBaseline(baseline, report);
}

/** Formats that can leave findings out; whoever reads the others takes what is absent for fixed. */
const CAPPED: readonly LintFlags['output'][] = ['text', 'json', 'github'];

function refuseOddPairs({ dryRun, fix, writeBaseline: written, maxFindings, output }: LintFlags): void {
  if (maxFindings !== undefined && !CAPPED.includes(output)) {
    throw new CouldNotRun(`--max-findings goes with -o ${CAPPED.join(', ')}: ${output} tells of all findings`);
  }
  if (dryRun && !fix) throw new CouldNotRun('--dry-run goes with --fix: it prints what --fix would change');
  if (fix && written !== undefined) {
    throw new CouldNotRun('--fix and --write-baseline do not go together: fix first, then write what is left');
  }
}

/** Prints a report (a baseline that was written, or a diff, stands in its place) and sets the exit code. */
async function finish(report: LintReport, read: ReadResult, flags: LintFlags, settings: Settings): Promise<void> {
  const isPrinted = flags.writeBaseline === undefined && !flags.dryRun;
  if (isPrinted) writeAll(await print(report, flags, settings));
  for (const problem of report.problems) tell(problemText(problem));
  for (const { rule, place } of report.unusedAcknowledgements)
    note(`${place} this entry for "${rule}" matches no finding`, flags);
  process.exitCode = read.documents.length === 0 ? 2 : exitCode(report, flags, settings);
}

/** Formats that machines read are loaded when they are asked for. */
async function print(report: LintReport, flags: LintFlags, { failOn }: Settings): Promise<Iterable<string>> {
  switch (flags.output) {
    case 'json':
      return (await import('../../output/json')).toJson(report, flags);
    case 'sarif':
      return (await import('../../output/sarif')).toSarif(report, version());
    case 'junit':
      return (await import('../../output/junit')).toJunit(report, failOn);
    case 'github':
      return (await import('../../output/github')).toGithub(report, flags);
    case 'text':
      return toText(report, flags, stylesFor(process.stdout, flags));
    case 'summary':
      return toSummary(report, flags, stylesFor(process.stdout, flags));
  }
}

function exitCode({ problems, findings }: LintReport, flags: LintFlags, { failOn }: Settings): number {
  if (problems.some(isUnread) && !flags.ignoreUnparsable) return 2;
  if (failOn === 'never' || flags.writeBaseline !== undefined) return 0;
  return findings.some(({ severity, acknowledged }) => acknowledged === null && isAtLeast(severity, failOn)) ? 1 : 0;
}

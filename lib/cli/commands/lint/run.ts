import { count } from '../../../kubernetes/text/count';
import type { Manifest } from '../../../kubernetes/views/manifest';
import { isAtLeast } from '../../../lifecycle/severity';
import type { Answer } from '../../frame/answer';
import { CouldNotRun } from '../../frame/could-not-run';
import { isUnread, problemText, readManifests, readNamedBy } from '../../input/read-manifests';
import { note, noted } from '../../output/notes';
import type { Settings } from '../../settings/settings';
import { settingsFrom } from '../../settings/settings-from';
import type { Format, LintFlags } from './flags';
import { lintDocuments } from './lint-documents';
import { print } from './print';
import type { LintReport } from './report';

/** Runs `lint`. */
export async function run(paths: readonly string[], flags: LintFlags): Promise<Answer> {
  refuseOddPairs(flags);
  const settings = { ...(await settingsFrom(flags, paths)), previous: await previousOf(flags) };
  const read = await readManifests(paths);
  for (const hint of read.hints) note(`hint: ${hint}`, flags);
  for (const each of settings.notes) note(each, flags);
  const isMeant = await baselineOf(flags, settings);
  if (flags.fix) {
    const { fixFiles } = await import('./fixing/fix-files');
    return answer(await fixFiles(read, settings, { ...flags, isMeant }), flags, settings);
  }
  const all = await lintDocuments(read, settings);
  if (flags.writeBaseline !== undefined) {
    const { writeBaseline } = await import('./baseline');
    const written = writeBaseline(flags.writeBaseline, all);
    note(`wrote ${count(written, 'finding')} to ${flags.writeBaseline}`, flags);
  }
  return answer(isMeant(all), flags, settings);
}

/** The objects that those that are linted replace; undefined where none were given. */
async function previousOf({ against }: LintFlags): Promise<readonly Manifest[] | undefined> {
  if (against === undefined) return undefined;
  const { documents } = await readNamedBy('--against', against);
  return documents.map(({ manifest }) => manifest);
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
const CAPPED: readonly Format[] = ['text', 'json', 'github'];

function refuseOddPairs({ dryRun, fix, writeBaseline: written, maxFindings, output }: LintFlags): void {
  if (maxFindings !== undefined && !CAPPED.includes(output)) {
    throw new CouldNotRun(`--max-findings goes with -o ${CAPPED.join(', ')}: ${output} tells of all findings`);
  }
  if (dryRun && !fix) throw new CouldNotRun('--dry-run goes with --fix: it prints what --fix would change');
  if (fix && written !== undefined) {
    throw new CouldNotRun('--fix and --write-baseline do not go together: fix first, then write what is left');
  }
}

/** A report as the answer; a baseline that was written, or a diff, stands in its place. */
async function answer(report: LintReport, flags: LintFlags, settings: Settings): Promise<Answer> {
  const isPrinted = flags.writeBaseline === undefined && !flags.dryRun;
  const unused = report.unusedAcknowledgements.map(
    ({ rule, place }) => `${place} this entry for "${rule}" matches no finding`,
  );
  return {
    result: isPrinted ? await print(report, flags, settings) : [],
    notes: [...report.problems.map(problemText), ...noted(unused, flags)],
    exitCode: exitCode(report, flags, settings),
  };
}

function exitCode({ documents, problems, findings }: LintReport, flags: LintFlags, { failOn }: Settings): number {
  if (documents.length === 0 || (problems.some(isUnread) && !flags.ignoreUnparsable)) return 2;
  if (failOn === 'never' || flags.writeBaseline !== undefined) return 0;
  return findings.some(({ severity, acknowledged }) => acknowledged === null && isAtLeast(severity, failOn)) ? 1 : 0;
}

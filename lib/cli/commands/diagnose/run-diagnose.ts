import { diagnose } from '../../../diagnosis';
import { CouldNotRun } from '../../could-not-run';
import { tell } from '../../output/notes';
import type { DiagnoseFlags } from './command';
import { readConstructMap } from './construct-map';
import { readEvidence } from './evidence-files';
import { clock, exitCode, print } from './verdict-of-report';

/** Runs `diagnose`: the report goes to stdout, all else to stderr, and the verdict into the exit code. */
export async function diagnoseCommand(paths: readonly string[], flags: DiagnoseFlags): Promise<void> {
  if (flags.live) {
    const { liveCommand } = await import('./live/run-live');
    return liveCommand(paths, flags);
  }
  checkFlags(paths, flags);
  const now = clock(flags.now);
  const constructs = readConstructMap(flags.constructs);
  const { objects, problems } = await readEvidence(paths, flags);
  const report = diagnose(objects, constructs === undefined ? { now } : { now, constructs });
  process.stdout.write(print(report, flags));
  for (const problem of problems) tell(problem);
  process.exitCode = problems.length > 0 ? 2 : exitCode(report, flags);
}

const ONLY_LIVE = {
  namespace: '--namespace',
  context: '--context',
  kubeconfig: '--kubeconfig',
  allNamespaces: '--all-namespaces',
  watch: '--watch',
} as const;

function checkFlags(paths: readonly string[], flags: DiagnoseFlags): void {
  if (paths.length === 0) throw new CouldNotRun('diagnose needs files, - for stdin, or --live');
  const names = Object.keys(ONLY_LIVE) as Array<keyof typeof ONLY_LIVE>;
  const used = names.find((name) => flags[name] !== undefined && flags[name] !== false);
  if (used !== undefined) throw new CouldNotRun(`${ONLY_LIVE[used]} goes with --live: files have no cluster`);
}

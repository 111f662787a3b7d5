import { diagnose } from '../../../diagnosis';
import type { Answer } from '../../frame/answer';
import { CouldNotRun } from '../../frame/could-not-run';
import { readConstructMap } from '../../input/construct-map';
import { noted } from '../../output/notes';
import { readEvidence } from './evidence-files';
import { clock, type DiagnoseFlags } from './flags';
import { mapHint } from './map-hint';
import { answerOf } from './print';

/** Runs `diagnose`. */
export async function run(paths: readonly string[], flags: DiagnoseFlags): Promise<Answer> {
  if (flags.live) {
    const { runLive } = await import('./live/run-live');
    return runLive(paths, flags);
  }
  checkFlags(paths, flags);
  const now = clock(flags.now);
  const constructs = readConstructMap(flags.constructs);
  const { objects, problems } = await readEvidence(paths, flags);
  const report = diagnose(objects, { now, constructs });
  const answer = answerOf(report, [...noted(mapHint(report, constructs), flags), ...problems], flags);
  return problems.length === 0 ? answer : { ...answer, exitCode: 2 };
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

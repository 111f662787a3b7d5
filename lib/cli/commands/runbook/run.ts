import { type Answer, tell } from '../../frame/answer';
import { CouldNotRun } from '../../frame/could-not-run';
import { isUnread, problemText, readManifests } from '../../input/read-manifests';
import { noteReading } from '../../output/notes';
import { settingsFrom } from '../../settings/settings-from';
import { appsOf } from './apps';
import type { RunbookFlags } from './flags';
import type { AppOfSet } from './pages';
import { print } from './print';

/** Runs `runbook`. What could not be read gives exit code 2. */
export async function run(paths: readonly string[], flags: RunbookFlags): Promise<Answer> {
  const { version, route, sourceOf } = await settingsFrom(flags, paths);
  const { documents, problems, sets, ...read } = await readManifests(paths);
  noteReading(read, flags);
  const unread = problems.filter((problem) => documents.length === 0 || isUnread(problem));
  for (const problem of unread) tell(problemText(problem));
  const exitCode = unread.length > 0 ? 2 : 0;
  if (documents.length === 0) return { result: [], notes: [], exitCode };
  const filled = sets.map(({ set, number }) => ({ apps: appsOf(set), source: nameOfSet(paths, number) }));
  const withApps = filled.filter(({ apps }) => apps.length > 0);
  const apps: readonly AppOfSet[] = withApps.flatMap(({ apps, source }) =>
    apps.map((app) => ({ app, source: withApps.length === 1 ? null : source })),
  );
  if (apps.length === 0) throw new CouldNotRun('there is no workload in what was read: nothing to write a runbook for');
  return { result: print(apps, { platform: { version, route }, sourceOf }, flags), notes: [], exitCode };
}

/** The argument that a set was read from; files that are named one by one are a set together. */
function nameOfSet(paths: readonly string[], number: number): string {
  const path = paths[number - 1];
  if (path === undefined) return 'files';
  return path === '-' ? 'stdin' : path.replace(/\/+$/, '');
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CouldNotRun } from '../../could-not-run';
import { setsOf } from '../../input/manifest-sets';
import { isUnread, readManifests } from '../../input/read-manifests';
import { note, noteReading, problemText, tell } from '../../output/notes';
import { writeFile } from '../../output/write-file';
import { configFile } from '../../settings/config-file';
import { sourcesBeside } from '../diagnose/construct-map';
import { appsOf } from './apps';
import type { RunbookFlags } from './command';
import { type AppOfSet, manyDocuments, oneDocument } from './pages';
import type { PlatformFacts } from './traffic';

/** Runs `runbook`: pages go to stdout or into a folder; what could not be read gives exit code 2. */
export async function runbookCommand(paths: readonly string[], flags: RunbookFlags): Promise<void> {
  const platform = await platformFrom(flags);
  const read = await readManifests(paths);
  noteReading(read, flags);
  const unread = read.problems.filter((problem) => read.documents.length === 0 || isUnread(problem));
  for (const problem of unread) tell(problemText(problem));
  if (unread.length > 0) process.exitCode = 2;
  if (read.documents.length === 0) return;
  const sets = setsOf(read).map(({ set, number }) => ({ apps: appsOf(set), source: nameOfSet(paths, number) }));
  const filled = sets.filter(({ apps }) => apps.length > 0);
  const apps: readonly AppOfSet[] = filled.flatMap(({ apps, source }) =>
    apps.map((app) => ({ app, source: filled.length === 1 ? null : source })),
  );
  if (apps.length === 0) throw new CouldNotRun('there is no workload in what was read: nothing to write a runbook for');
  const context = { platform, sourceOf: sourcesBeside(paths) };
  if (flags.out === undefined) process.stdout.write(oneDocument(apps, context));
  else writePages(flags.out, manyDocuments(apps, context), flags);
}

/** Route and version of the configuration, which lint and simulate read too. */
async function platformFrom(flags: RunbookFlags): Promise<PlatformFacts> {
  const file = configFile(flags.config, flags);
  if (file === undefined) return {};
  const { loadConfig } = await import('../../settings/load-config');
  const { version, route } = loadConfig(file);
  return { version, route };
}

/** The argument that a set was read from; files that are named one by one are a set together. */
function nameOfSet(paths: readonly string[], number: number): string {
  const path = paths[number - 1];
  if (path === undefined) return 'files';
  return path === '-' ? 'stdin' : path.replace(/\/+$/, '');
}

function writePages(folder: string, pages: ReturnType<typeof manyDocuments>, flags: RunbookFlags): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of pages) {
    const path = join(folder, file);
    writeFile(path, text);
    note(`wrote ${path}`, flags);
  }
}

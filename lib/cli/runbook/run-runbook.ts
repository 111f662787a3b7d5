import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestSet } from '../../kubernetes/manifest-set';
import { CouldNotRun } from '../could-not-run';
import { readManifests } from '../read-manifests';
import type { RunbookFlags } from '../runbook';
import { type App, appsOf } from './apps';
import { pageOf } from './page';

/** Runs `runbook`: pages go to stdout or into a folder; what could not be read gives exit code 2. */
export async function runbookCommand(paths: readonly string[], flags: RunbookFlags): Promise<void> {
  const { documents, problems, hints } = await readManifests(paths);
  for (const hint of hints) process.stderr.write(`hint: ${hint}\n`);
  const unread = problems.filter(({ kind }) => kind === 'unreadable' || kind === 'unparsable');
  for (const { file, line, column, message } of unread) {
    process.stderr.write(`${line === null ? file : `${file}:${line}:${column}`}: ${message}\n`);
  }
  const apps = appsOf(ManifestSet.of(documents.map(({ manifest }) => manifest)));
  if (apps.length === 0) throw new CouldNotRun('there is no workload in what was read: nothing to write a runbook for');
  if (flags.out === undefined) process.stdout.write(apps.map(pageOf).join('\n'));
  else writePages(apps, flags.out);
  if (unread.length > 0) process.exitCode = 2;
}

function writePages(apps: readonly App[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const used = new Set<string>();
  for (const app of apps) {
    const file = join(folder, fileName(app, used));
    writeFileSync(file, pageOf(app));
    process.stderr.write(`wrote ${file}\n`);
  }
}

/** `shop-cart.md`; whatever a name holds, it stays inside of the folder. */
function fileName({ namespace, name }: App, used: Set<string>): string {
  const base =
    [namespace, name]
      .filter((part) => part !== null)
      .join('-')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'app';
  let file = base;
  for (let number = 2; used.has(file); number += 1) file = `${base}-${number}`;
  used.add(file);
  return `${file}.md`;
}

/**
 * Makes the next version of the changesets, or dates the first one (`npm run release:version`). Both packages bear the version
 * of package.json. Its result is reviewed and committed as any change.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { announced } from './changesets';
import { CHANGELOG, unreleased, versionOf } from './checks';
import { git } from './git';

const CHANGESET = resolve(__dirname, '../../node_modules/.bin/changeset');

/** Raises the version by the changesets, in package.json, the lock file and the changelog; returns it. */
export function raise(root: string, today: string): string {
  const first = versionOf(root);
  const isOut = git(root, 'tag', '--list', `v${first}`) !== '';
  // What is not out yet takes in what was announced since: its version stays.
  if (isOut && announced(root).length > 0) execFileSync(CHANGESET, ['version'], { cwd: root, stdio: 'inherit' });
  const version = versionOf(root);

  const lockFile = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  lock.version = version;
  lock.packages[''].version = version;
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);

  const changelog = readFileSync(join(root, CHANGELOG), 'utf8');
  const dated = changelog
    .replace(unreleased(version), `## ${version} (${today})`)
    .replace(new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'), `## ${version} (${today})`);
  writeFileSync(join(root, CHANGELOG), dated);
  return version;
}

if (require.main === module) {
  const version = raise(git(process.cwd(), 'rev-parse', '--show-toplevel'), new Date().toISOString().slice(0, 10));
  console.log(`version ${version}: review the diff, commit it, and run 'npm run release' in CI`);
}

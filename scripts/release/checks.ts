import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced } from './changesets';
import { git } from './git';

export const CHANGELOG = 'CHANGELOG.md';

/** The heading of a version that is not out yet. */
export const unreleased = (version: string) => `## ${version} (unreleased)`;

/** The version of package.json, which both packages bear. */
export function versionOf(root: string): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** All that stands in the way of a release of a checkout, each with what to do. */
export function obstacles(root: string): readonly string[] {
  const version = versionOf(root);
  const changelog = readFileSync(join(root, CHANGELOG), 'utf8');
  const pending = announced(root).length;
  const found: string[] = [];
  if (git(root, 'status', '--porcelain') !== '') found.push('the checkout has changes: commit them, or put them aside');
  if (git(root, 'tag', '--list', `v${version}`) !== '') {
    found.push(`tag 'v${version}' exists: add a changeset, and run 'npm run release:version'`);
  }
  if (pending > 0)
    found.push(`${pending} ${pending === 1 ? 'changeset waits' : 'changesets wait'}: run 'npm run release:version'`);
  if (changelog.includes(unreleased(version))) {
    found.push(`${CHANGELOG} calls ${version} unreleased: run 'npm run release:version', which dates it`);
  } else if (!new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: |$)`, 'm').test(changelog)) {
    found.push(`${CHANGELOG} has no heading '## ${version}': write what is new for users`);
  }
  return found;
}

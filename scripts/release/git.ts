import { execFileSync } from 'node:child_process';

/** What git prints in a checkout, without the last line break. */
export function git(root: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd();
}

/** The newest tag of a release before HEAD (`v0.1.0`), or undefined before the first. */
export function lastTag(root: string): string | undefined {
  if (git(root, 'tag', '--list', 'v*', '--merged', 'HEAD') === '') return undefined;
  return git(root, 'describe', '--tags', '--abbrev=0', '--match', 'v*');
}

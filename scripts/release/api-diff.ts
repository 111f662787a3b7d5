/**
 * The guard of the API: compares the jsii assembly with that of the last tag, built from it (`npm run api:diff`). What breaks
 * users fails, unless the version or a changeset says so by its size.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { announced, mayBreak, sizeBetween } from './changesets';
import { git, lastTag } from './git';

const BIN = resolve(__dirname, '../../node_modules/.bin');
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };

/** What a user meets: the lines of jsii-diff, and whether one of them breaks. */
export interface ApiDiff {
  readonly breaks: boolean;
  readonly lines: readonly string[];
}

/** Compares two built packages, the older one first. */
export function compare(before: string, after: string): ApiDiff {
  const { status, stdout, stderr } = spawnSync(join(BIN, 'jsii-diff'), [before, after, '--error-on', 'all'], {
    env: { ...process.env, ...QUIET },
    encoding: 'utf8',
  });
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => /^(?:err|warning)\s/.test(line));
  if (status !== 0 && lines.length === 0) throw new Error(`jsii-diff ended with exit code ${status}: ${stderr}`);
  return { breaks: status !== 0, lines };
}

/** Builds what a tag holds in a folder of its own, with the compiler and the peers of this checkout. */
function build(root: string, tag: string, into: string): void {
  execFileSync('bash', ['-c', `git archive '${tag}' | tar -x -C '${into}'`], { cwd: root });
  symlinkSync(join(root, 'node_modules'), join(into, 'node_modules'));
  execFileSync(join(BIN, 'jsii'), ['--silence-warnings=reserved-word'], {
    cwd: into,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const versionIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version as string;

/** Tells whether a checkout announces, by its version or by a changeset, that it breaks users of the version before. */
export function announces(root: string, before: string): boolean {
  const sizes = [sizeBetween(before, versionIn(root)), ...announced(root)];
  return sizes.some((size) => size !== undefined && mayBreak(before, size));
}

/** Prints what has changed since the last tag; false where it breaks users and nothing announces it. */
export function apiIsGuarded(root: string): boolean {
  const tag = lastTag(root);
  if (tag === undefined) {
    console.log("there is no tag 'v*' yet, so no released API to compare with");
    return true;
  }
  if (!existsSync(join(root, '.jsii'))) throw new Error("'.jsii' is missing: run 'npm run build:lib' first");
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-api-'));
  try {
    build(root, tag, folder);
    const { breaks, lines } = compare(folder, root);
    for (const line of lines) console.log(line);
    const before = versionIn(folder);
    const isAnnounced = announces(root, before);
    const size = before.startsWith('0.') ? 'minor' : 'major';
    if (!breaks) console.log(`nothing that ${tag} has breaks`);
    else if (isAnnounced) console.log(`the API breaks users of ${tag}, as the next version announces`);
    else console.log(`the API breaks users of ${tag}: announce it with a changeset (${size}), or take it back`);
    return !breaks || isAnnounced;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (require.main === module && !apiIsGuarded(git(process.cwd(), 'rev-parse', '--show-toplevel'))) process.exitCode = 1;

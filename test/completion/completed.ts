import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCaptured } from '../cli/captured';

export type Shell = 'bash' | 'zsh' | 'fish';

/** A folder with the completion script of a shell, and a file and a folder to complete. */
export async function withScript(shell: Shell): Promise<{ readonly folder: string; readonly script: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  const script = join(folder, `script.${shell}`);
  writeFileSync(script, (await runCaptured('completion', shell)).out);
  mkdirSync(join(folder, 'k8s'));
  writeFileSync(join(folder, 'kitchen.yaml'), '');
  return { folder, script };
}

/** Checks that a shell can parse a script. */
export function parseErrors(shell: Shell, script: string): string {
  return spawnSync(shell, ['-n', script], { encoding: 'utf8' }).stderr;
}

/** What a shell offers where the cursor stands behind a line, sorted. */
export function completed(shell: Shell, folder: string, script: string, line: string): readonly string[] {
  const driver = resolve(__dirname, `drive.${shell}`);
  const { stdout } = spawnSync(shell, [...BARE[shell], driver, script, line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, TERM: 'dumb' },
  });
  const offered = stdout.split('\n').map((word) => word.trim().replace(/\t.*$/, '').replace(/\/$/, ''));
  return [...new Set(offered)].filter((word) => word !== '').sort();
}

const BARE: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['--norc', '--noprofile'],
  zsh: ['-f'],
  fish: ['--no-config'],
};

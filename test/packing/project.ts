import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** Runs a program as a user would, outside of any test; what it wrote to stderr is in the error where it fails. */
export function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const { NODE_ENV: _ofTests, JEST_WORKER_ID: _ofJest, ...own } = process.env;
  return execFileSync(program, args, { cwd, env: { ...own, ...env }, encoding: 'utf8', stdio: 'pipe' });
}

/** Packs a package as `npm publish` would, and returns the path of the tarball. */
export function pack(folder: string, into: string): string {
  mkdirSync(into, { recursive: true });
  const printed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', into], folder);
  const [{ filename }] = JSON.parse(printed) as [{ readonly filename: string }];
  return join(into, filename);
}

/**
 * Copies a package of this repository out of it, installs tarballs there without network, and compiles it. The compiler
 * is this repository's own, so that nothing has to be fetched for it.
 */
export function install(source: string, into: string, tarballs: readonly string[]): void {
  for (const name of ['src', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, source, name), join(into, name), { recursive: true });
  }
  const { devDependencies: _compiler, ...manifest } = JSON.parse(readFileSync(join(into, 'package.json'), 'utf8'));
  writeFileSync(join(into, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs], into);
  run(process.execPath, [TSC, '-p', '.'], into);
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack, ROOT, run } from '../packing/project';

export type Language = 'dotnet' | 'go' | 'java' | 'python';

/** The tools of jsii speak of Node's age on stderr; `npm pack` inside of jsii-pacmak has nothing to build. */
const ENV = {
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  npm_config_ignore_scripts: 'true',
};

const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs'].map((name) => join(ROOT, 'node_modules', name));

/** Fails with one sentence where a program that a language needs does not run. */
export function need(program: string, args: readonly string[], what: string): void {
  if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) return;
  throw new Error(`\`${program} ${args.join(' ')}\` fails here: the tests of this language need ${what}`);
}

/** Writes the bindings of a jsii package as source code, and returns their folder. */
export function generate(language: Language, source: string, into: string): string {
  pacmak(language, source, into, ['--code-only']);
  return join(into, language);
}

/** Builds a jsii package to a Python wheel, and returns the path of it. */
export function buildWheel(source: string, into: string): string {
  pacmak('python', source, into, []);
  const folder = join(into, 'python');
  const [wheel] = readdirSync(folder).filter((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`jsii-pacmak left no wheel in ${folder}`);
  return join(folder, wheel);
}

function pacmak(language: Language, source: string, into: string, options: readonly string[]): void {
  const program = join(ROOT, 'node_modules/jsii-pacmak/bin/jsii-pacmak');
  const args = [program, source, '--target', language, '--outdir', into, '--no-npmignore', ...options];
  run(process.execPath, args, ROOT, ENV);
}

/** Packs this package and its peers, installs them below a copy of a company's package, and compiles that with jsii. */
export function compileOnTop(source: string, into: string): void {
  const tarballs = [ROOT, ...PEERS].map((folder) => pack(folder, join(into, 'tarballs')));
  for (const name of ['README.md', 'src', 'tsconfig.json']) {
    cpSync(join(ROOT, source, name), join(into, name), { recursive: true });
  }
  const { devDependencies: _tools, ...manifest } = JSON.parse(readFileSync(join(ROOT, source, 'package.json'), 'utf8'));
  writeFileSync(join(into, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...tarballs], into);
  run(process.execPath, [join(ROOT, 'node_modules/jsii/bin/jsii')], into, ENV);
}

/** The README's app as TypeScript synthesizes it. */
export function shopOfTypeScript(): string {
  const printed = run(process.execPath, ['--require', 'ts-node/register', 'docs/tour/shop.ts'], ROOT);
  return printed.slice(0, -1);
}

/** Runs a program of another language; jsii starts the Node that runs these tests. */
export function runHosted(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  mkdirSync(cwd, { recursive: true });
  const { NODE_ENV: _ofTests, ...own } = process.env;
  return spawnSync(program, args, {
    cwd,
    env: { ...own, ...ENV, JSII_NODE: process.execPath, ...env },
    encoding: 'utf8',
  });
}

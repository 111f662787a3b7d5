import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../packing/project';

const FIXTURES = join(__dirname, 'fixtures');
const { PROJECTS_FOLDER = '', PACKED_PACKAGE = '' } = process.env;

/** The packed package. */
export const TARBALL = PACKED_PACKAGE;

/** The newest and the lowest versions of the peers. */
export const NEWEST_PEERS = { cdk8s: '2.70.106', constructs: '10.8.1' };
export const LOWEST_PEERS = { cdk8s: '2.70.0', constructs: '10.3.0' };
export const PLUS = { 'cdk8s-plus-28': '2.5.6', 'cdk8s-plus-33': '2.5.57' };

/** A project of somebody who uses this package. */
export interface ProjectOptions {
  readonly manager: 'npm' | 'pnpm' | 'yarn';
  readonly type?: 'module';
  /** The cdk8s-plus that its own code uses. */
  readonly plus: keyof typeof PLUS;
  /** Packages besides cdk8s-plus and this one, each with its exact version. */
  readonly packages: Readonly<Record<string, string>>;
  /** Files of fixtures/. */
  readonly fixtures: readonly string[];
  /** Further files: name to text. */
  readonly files: Readonly<Record<string, string>>;
}

/** A project that is installed. */
export interface Project {
  /** Runs a program of the project, and returns what it printed. */
  run(program: string, ...args: string[]): string;
  /** What `shop` was synthesized to. */
  manifests(): string;
}

const INSTALL = {
  npm: ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
  pnpm: [tool('pnpm'), 'install', '--ignore-scripts'],
  yarn: [tool('yarn'), 'install'],
};
const EXEC = { npm: ['npx', '--no-install'], pnpm: [tool('pnpm'), 'exec'], yarn: [tool('yarn')] };

/** Writes a project and installs its packages. */
export function install(name: string, options: ProjectOptions): Project {
  const { manager, plus, type = 'commonjs', packages, fixtures, files } = options;
  const folder = join(PROJECTS_FOLDER, name);
  mkdirSync(folder);
  const dependencies = { ...packages, [plus]: PLUS[plus], 'cdk8s-lifecycle': `file:${TARBALL}` };
  const written = {
    'package.json': JSON.stringify({ name, private: true, type, dependencies }),
    ...Object.fromEntries(fixtures.map((file) => [file, fixture(file, plus)])),
    ...files,
  };
  for (const [file, text] of Object.entries(written)) writeFileSync(join(folder, file), text);
  start(INSTALL[manager], [], folder);
  return {
    run: (program, ...args) => start(EXEC[manager], [program, ...args], folder),
    manifests: () => readFileSync(join(folder, 'dist/shop.k8s.yaml'), 'utf8'),
  };
}

/** What every project synthesizes. */
export const SHOP = readFileSync(join(FIXTURES, 'shop.k8s.yaml'), 'utf8');

/** The path of a tool that pack-once has installed. */
export function tool(name: string): string {
  return join(PROJECTS_FOLDER, 'tools/node_modules/.bin', name);
}

function start([program = '', ...first]: readonly string[], args: readonly string[], folder: string): string {
  try {
    return run(program, [...first, ...args], folder, {
      FORCE_COLOR: '0',
      NO_COLOR: '1',
      // In CI Yarn would refuse to write the lock file, which a new project does not have yet.
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    });
  } catch (error) {
    // Compilers and test runners tell on stdout what is wrong.
    const { message, stdout = '' } = error as Error & { readonly stdout?: string };
    throw new Error(`${message}\n${stdout}`);
  }
}

function fixture(file: string, plus: string): string {
  return readFileSync(join(FIXTURES, file), 'utf8').replaceAll('cdk8s-plus-33', plus);
}

/**
 * Releases what is checked out, both packages under one version (`npm run release`); with `--dry-run` it does all of it but
 * what the registry and the tag would keep. A run that broke off between the packages can be run again.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiIsGuarded } from './api-diff';
import { obstacles, versionOf } from './checks';
import { git } from './git';

/** The folder of each package, in the order of publishing: what others depend on first. */
const FOLDERS = ['.', 'dist/command-line'];

const root = git(process.cwd(), 'rev-parse', '--show-toplevel');
const isDry = process.argv.includes('--dry-run');

function run(title: string, program: string, args: readonly string[]): void {
  console.log(`== ${title}: ${program} ${args.join(' ')}`);
  execFileSync(program, args, { cwd: root, stdio: 'inherit' });
}

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly size: number;
  readonly entryCount: number;
}

/** The tarball of a package, as it will be published. */
function pack(folder: string, into: string): Packed {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', into];
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: join(root, folder), encoding: 'utf8' })) as Packed[];
  if (packed === undefined) throw new Error(`npm packed nothing in '${folder}'`);
  const { publishConfig } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (publishConfig?.provenance !== true) throw new Error(`'publishConfig.provenance' of ${packed.name} is not true`);
  return packed;
}

const isPublished = ({ name, version }: Packed) =>
  spawnSync('npm', ['view', `${name}@${version}`, 'version'], { encoding: 'utf8' }).stdout.trim() === version;

function publish(packed: Packed, folder: string): void {
  const args = ['publish', join(folder, packed.filename), '--access', 'public', '--provenance'];
  if (isDry)
    console.log(`== would publish ${packed.name}@${packed.version}: ${packed.entryCount} files, ${packed.size} bytes`);
  else if (isPublished(packed)) console.log(`== ${packed.name}@${packed.version} is published already`);
  else run('publish', 'npm', args);
}

function main(): void {
  const version = versionOf(root);
  const found = obstacles(root);
  for (const obstacle of found) console.log(`== ${isDry ? 'would stop' : 'stops'}: ${obstacle}`);
  if (found.length > 0 && !isDry) throw new Error(`version ${version} cannot be released yet`);

  run('build', 'npm', ['run', '--silent', 'build']);
  console.log('== API');
  if (!apiIsGuarded(root))
    throw new Error(`the API of version ${version} breaks users, and the version does not say so`);
  run('the packed packages, installed', 'npm', ['run', '--silent', 'test:packed']);

  const into = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-release-'));
  try {
    const packages = FOLDERS.map((folder) => pack(folder, into));
    const other = packages.find((each) => each.version !== version);
    if (other !== undefined)
      throw new Error(`${other.name} has version ${other.version}, and package.json ${version}: build again`);
    for (const packed of packages) publish(packed, into);
  } finally {
    rmSync(into, { recursive: true });
  }
  if (isDry) console.log(`== dry run of ${version}: nothing was published or tagged; ${found.length} would stop it`);
  else run('tag', 'git', ['tag', '--annotate', `v${version}`, '--message', `Version ${version}`]);
}

main();

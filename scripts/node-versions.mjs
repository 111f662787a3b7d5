import { execFileSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/** The versions of Node in maintenance beside the lowest one, which everything else in CI runs on. */
const VERSIONS = ['22.23.3', '24.21.0'];
const JEST = 'node_modules/jest/bin/jest.js';
const FOLDERS = ['test/constructs', 'test/kubernetes', 'test/lifecycle', 'test/cli', 'test/testing', 'test/validation'];
const RUNS = [FOLDERS, ['--config', 'jest.packing.config.js', 'test/packing/packing.test.ts']];

/** The binary of a version, which npm keeps in its cache. */
function nodeOf(version) {
  const args = ['exec', '--yes', '--package', `node@${version}`, '--', 'node', '-p', 'process.execPath'];
  return execFileSync('npm', args, { encoding: 'utf8' }).trim();
}

for (const version of VERSIONS) {
  const node = nodeOf(version);
  // In front of the PATH, so that npm and the installed command line run on it as well.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  console.log(`Node ${execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim()}`);
  for (const run of RUNS) execFileSync(node, [JEST, ...run], { env, stdio: 'inherit' });
}

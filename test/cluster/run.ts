/** `npm run test:cluster`: builds the components where the cache lacks them, then runs the cluster tests. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { components, VERSIONS } from './components';

const ROOT = resolve(__dirname, '../..');

function main(): number {
  try {
    for (const version of process.env.CLUSTER === 'full' ? VERSIONS : VERSIONS.slice(0, 1)) components(version);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = [jest, '--config', join(ROOT, 'jest.cluster.config.js'), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit', cwd: ROOT }).status ?? 1;
}

process.exitCode = main();

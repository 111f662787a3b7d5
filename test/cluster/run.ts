/** `npm run test:cluster`: builds the components that the cache lacks, then runs the cluster tests, for so long at most. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { components, VERSIONS } from './components';

const ROOT = resolve(__dirname, '../..');
const IS_FULL = process.env.CLUSTER === 'full';
/** The small size takes 6 minutes on two quiet processors, the full one two hours. */
const MOST_MINUTES = IS_FULL ? 300 : 40;

async function main(): Promise<number> {
  for (const version of IS_FULL ? VERSIONS : VERSIONS.slice(0, 1)) await components(version);
  return jest([join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', join(ROOT, 'jest.cluster.config.js')]);
}

/** A process that ends without its tests ends its components too: see guard.sh. */
function jest(words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...words, ...process.argv.slice(2)], { stdio: 'inherit', cwd: ROOT });
  const timer = setTimeout(() => {
    process.stderr.write(`the cluster tests did not end within ${MOST_MINUTES} min; the test above was running\n`);
    child.kill('SIGKILL');
  }, MOST_MINUTES * 60_000);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise<number>((ended, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => ended(code ?? 1));
  }).finally(() => clearTimeout(timer));
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);

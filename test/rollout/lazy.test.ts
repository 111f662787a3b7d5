import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

test('importing the constructs loads no simulator', () => {
  const script =
    "require('./lib'); process.stdout.write(Object.keys(require.cache).filter((file) => file.includes('/lib/rollout/')).join())";
  const loaded = execFileSync(process.execPath, ['--require', 'ts-node/register', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(loaded).toBe('');
}, 60_000);

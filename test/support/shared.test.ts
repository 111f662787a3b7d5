import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Runs a file of which one group needs ../shared, where that is nowhere. */
function runWithout(env: NodeJS.ProcessEnv) {
  const { REQUIRE_SHARED: _ofThisRun, TALLY: _tally, JEST_WORKER_ID: _worker, ...own } = process.env;
  const args = ['node_modules/jest/bin/jest.js', '--ci=false', '--coverage=false', 'test/docs/notes.test.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...own, SHARED: '/nowhere', ...env },
    encoding: 'utf8',
  });
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

test('tests that need ../shared are named in one line before the tally where it is missing', () => {
  const { status, lines } = runWithout({});
  expect(lines.slice(-2)).toEqual([
    '1 group of tests needs ../shared (the notes), which is not here: not run',
    '1 passed, 0 failed, 1 skipped',
  ]);
  expect(status).toBe(0);
});

test('where they are required they fail', () => {
  const { status, lines, stderr } = runWithout({ REQUIRE_SHARED: 'true' });
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
  expect(stderr).toContain("folder '/nowhere/seed' (the notes) is missing where REQUIRE_SHARED=true");
  expect(status).toBe(1);
});

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const TIERS = resolve(__dirname, '../../.ci/tier.sh');

interface Ended {
  readonly lines: readonly string[];
  readonly code: number | null;
}

/** Runs a script of tiers, in a shell that is told to stop after so long. */
function run(script: string, total = '5m', signalAfter?: number): Promise<Ended> {
  const child = spawn('bash', ['-c', `set -uo pipefail; TOTAL=${total}; . ${TIERS}; ${script}; finish`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (data) => {
    out += String(data);
    if (signalAfter !== undefined && out.includes('begins')) setTimeout(() => child.kill('SIGTERM'), signalAfter);
  });
  return new Promise((done) => child.on('close', (code) => done({ lines: out.trimEnd().split('\n'), code })));
}

const PASSES = `bash -c 'echo "12 passed, 0 failed" >> $TALLY'`;
const FAILS = `bash -c 'echo "3 passed, 2 failed, 1 skipped" >> $TALLY; exit 1'`;

test('the last line adds up what all tiers tested', async () => {
  const { lines, code } = await run(`tier unit 1m ${PASSES}; tier packing 1m ${PASSES}`);
  expect(lines.at(-1)).toBe('24 passed, 0 failed');
  expect(lines.filter((line) => line.includes('begins'))).toEqual([
    '== unit: begins, and may take 1m',
    '== packing: begins, and may take 1m',
  ]);
  expect(code).toBe(0);
});

test('a tier that fails is named at the end, and the next ones run', async () => {
  const { lines, code } = await run(`tier unit 1m ${FAILS}; tier packing 1m ${PASSES}`);
  expect(lines.at(-1)).toBe('15 passed, 2 failed, 1 skipped: unit ended with exit code 1');
  expect(code).toBe(1);
});

test('what fails beside a test counts as one failed test, and ends all where it is needed', async () => {
  const { lines, code } = await run(`needed install 1m false; tier unit 1m ${PASSES}`);
  expect(lines.at(-1)).toBe('0 passed, 1 failed: install ended with exit code 1');
  expect(code).toBe(1);
});

test('a tier that hangs is ended at its limit, and with it what it started', async () => {
  const { lines, code } = await run(`tier cluster 1s bash -c 'sleep 1234567 & wait'; tier packing 1m ${PASSES}`);
  expect(lines.at(-1)).toBe('12 passed, 1 failed: cluster did not end within 1s');
  expect(code).toBe(1);
});

test('all tiers together have a limit', async () => {
  const { lines, code } = await run(`tier cluster 45m sleep 1234567; tier packing 1m ${PASSES}`, '1s');
  expect(lines.at(-1)).toBe(
    '0 passed, 2 failed: cluster did not end before the 1s of all tiers were over; packing did not end before the 1s of all tiers were over',
  );
  expect(code).toBe(1);
});

test('a signal ends the running tier too', async () => {
  const { code } = await run('tier cluster 1m sleep 1234567', '5m', 100);
  expect(code).toBe(143);
});

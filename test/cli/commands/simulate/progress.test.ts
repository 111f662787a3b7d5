import { Progress } from '../../../../lib/cli/commands/simulate/progress';

function told(isTTY: boolean, moments: ReadonlyArray<readonly [ms: number, done: number]>): readonly string[] {
  const written: string[] = [];
  let clock = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = new Progress(2000, stream, () => clock);
  for (const [ms, done] of moments) {
    clock = ms;
    progress.tell(done, 'Deployment web: rollout');
  }
  progress.end();
  return written;
}

test('a terminal gets a bar after half a second, which is wiped away at the end', () => {
  const bar = `${'█'.repeat(12)}${'░'.repeat(12)}`;
  expect(
    told(true, [
      [400, 500],
      [600, 1000],
      [620, 1001],
    ]),
  ).toEqual([`\r\u001b[K${bar} Deployment web: rollout`, '\r\u001b[K']);
  expect(told(true, [[400, 1999]])).toEqual([]);
});

test('a log gets a line after a second, and then one every ten', () => {
  expect(
    told(false, [
      [900, 10],
      [1100, 0.5],
      [1200, 20.7],
      [9000, 500],
      [11_300, 1999],
    ]),
  ).toEqual(['20 of 2,000 simulations done\n', '1,999 of 2,000 simulations done\n']);
});

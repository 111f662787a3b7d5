import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TESTS = resolve(__dirname, '..');
const CLOCK = /Date\.now\(|performance\.now\(|hrtime|new Date\(\)|console\.time/;

/** What waits for something with a limit, or speaks to a real cluster, looks at the clock; no expectation does. */
const MAY = /^(cluster\/|support\/until\.ts$|architecture\/clock\.test\.ts$)/;

test('no test looks at the clock: a busy machine would decide it', () => {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
  expect(files.length).toBeGreaterThan(300);
  const looking = files.filter((file) => !MAY.test(file) && CLOCK.test(readFileSync(join(TESTS, file), 'utf8')));
  expect(looking).toEqual([]);
});

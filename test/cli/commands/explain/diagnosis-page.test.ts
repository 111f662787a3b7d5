import { runCaptured } from '../../captured';

test('a class of diagnose is explained with why, what to do and evidence', async () => {
  const { out, code } = await runCaptured('explain', 'oomkilled');
  expect(out).toMatch(
    /^OOMKilled \(error, of Pod\): The container was killed for using more memory than its limit\n\nWhy {2}/,
  );
  expect(out).toContain('    kind: Pod\n');
  expect(code).toBe(0);
});

test('JSON holds what the class says about itself', async () => {
  const { out } = await runCaptured('explain', '-o', 'json', 'Init:Error');
  expect(JSON.parse(out)).toMatchObject({ id: 'Init:Error', kinds: ['Pod'], outcome: 'failed' });
});

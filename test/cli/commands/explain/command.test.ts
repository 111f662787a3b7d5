import { CATALOGUE } from '../../../../lib/check/catalogue';
import { runCaptured } from '../../captured';

test('a rule is told with why, fix, examples and pages', async () => {
  const rule = CATALOGUE.find(({ id }) => id === 'prestop-exists');
  const { out, code } = await runCaptured('explain', 'prestop-exists');
  expect(out).toMatch(/^prestop-exists \(warning\): A container that serves has a preStop hook\n\nWhy {2}/);
  expect(out).toContain(rule?.fix);
  expect(out).toContain('Where there is one certain fix, `lint --fix` applies it.');
  expect(out).toContain('    kind: Deployment\n');
  expect(out).toContain(`    ${rule?.see[0]}`);
  expect(code).toBe(0);
});

test('without a rule, all are listed', async () => {
  const { out } = await runCaptured('explain');
  expect(out.trimEnd().split('\n')).toHaveLength(CATALOGUE.length);
});

test('JSON holds what the rule says about itself', async () => {
  const { out } = await runCaptured('explain', '-o', 'json', 'image-is-pinned');
  expect(JSON.parse(out)).toMatchObject({ id: 'image-is-pinned', severity: 'warning', fixable: false });
});

test('a misspelt rule names the one that was meant', async () => {
  const { err, code } = await runCaptured('explain', 'prestop-exits');
  expect(err).toBe('cdk8s-lifecycle: unknown rule or diagnosis "prestop-exits"; did you mean "prestop-exists"?\n');
  expect(code).toBe(2);
});

test('a beginning lists the rules and the diagnoses that begin so', async () => {
  const { out, code } = await runCaptured('explain', 'prestop');
  const ids = out.split('\n').map((line) => line.split(' ')[0]);
  expect(ids).toEqual([
    'prestop-covers-withdrawal',
    'prestop-exists',
    'prestop-fits-grace',
    'prestop-keeps-serving',
    '',
  ]);
  expect(code).toBe(0);
  const both = await runCaptured('explain', 'PR');
  expect(both.out).toMatch(/^prestop-exists +warning +A container that serves/m);
  expect(both.out).toMatch(/^ProbeFailing |^Pr\w+ +(?:error|warning) /m);
});

test('a beginning that only one has is its page, and JSON of several is a list', async () => {
  expect((await runCaptured('explain', 'prestop-exist')).out).toMatch(/^prestop-exists \(warning\): /);
  expect((await runCaptured('explain', 'oomk')).out).toMatch(/^OOMKilled \(error, of Pod\): /);
  const { out } = await runCaptured('explain', '-o', 'json', 'prestop');
  expect(JSON.parse(out)).toHaveLength(4);
});

test('a misspelt diagnosis names the one that was meant', async () => {
  const { err, code } = await runCaptured('explain', 'OOMKiled');
  expect(err).toBe('cdk8s-lifecycle: unknown rule or diagnosis "OOMKiled"; did you mean "OOMKilled"?\n');
  expect(code).toBe(2);
});

import { CATALOGUE } from '../../lib/check/catalogue';
import { runCaptured } from './captured';

test('a rule is told with why, mend, examples and pages', async () => {
  const rule = CATALOGUE.find(({ id }) => id === 'prestop-exists');
  const { out, code } = await runCaptured('explain', 'prestop-exists');
  expect(out).toMatch(/^prestop-exists \(warning\): A container that serves has a preStop hook\n\nWhy {2}/);
  expect(out).toContain(rule?.fix);
  expect(out).toContain('Where that is certain, `lint --fix` does it.');
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
  const { err, code } = await runCaptured('explain', 'prestop-exist');
  expect(err).toBe('cdk8s-lifecycle: unknown rule "prestop-exist"; did you mean "prestop-exists"?\n');
  expect(code).toBe(2);
});

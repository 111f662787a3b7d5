import { runCaptured, useFolder } from '../captured';

const write = useFolder();
const CONFIG = '.cdk8s-lifecycle.yaml';
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n';
const RULES = `
module.exports = { id: 'owner-is-named', formerIds: ['team-is-named'], severity: 'warning', title: 'An owner is named',
  why: 'Why.', fix: 'Fix.', see: [], bad: '', good: '', looksAt: () => true,
  *check() { yield { message: 'no owner', path: 'metadata' }; } };`;

async function lint(config: string, ...argv: string[]) {
  write({ 'map.yaml': MAP, 'rules.js': RULES, [CONFIG]: `rules: ["./rules.js"]\n${config}` });
  const { out, err } = await runCaptured('lint', '-o', 'json', ...argv, 'map.yaml');
  const { findings } = JSON.parse(out) as { findings: Array<Record<string, unknown>> };
  const own = findings.filter(({ rule }) => rule === 'owner-is-named');
  return { found: own.map(({ severity, acknowledged }) => `${severity} ${acknowledged}`), err };
}

test.each([
  ['severity: { team-is-named: error }', '2:13', ['error null']],
  ['overrides: [{ paths: ["**"], severity: { team-is-named: off } }]', '2:42', []],
  ['acknowledge: [{ rule: team-is-named, reason: ours }]', '2:17', ['warning ours']],
])('%j applies under the former id, and a note says the new one', async (config, place, expected) => {
  expect(await lint(config)).toEqual({
    found: expected,
    err: `${CONFIG}:${place}: rule "team-is-named" is now called "owner-is-named"\n`,
  });
});

test('options of the command line may name a former id', async () => {
  const note = (option: string) => `${option}: rule "team-is-named" is now called "owner-is-named"\n`;
  expect(await lint('', '--rules', 'team-is-named')).toEqual({ found: ['warning null'], err: note('--rules') });
  expect(await lint('', '--except', 'team-is-named')).toEqual({ found: [], err: note('--except') });
});

test('a baseline may name a former id', async () => {
  const entry = { rule: 'team-is-named', object: 'ConfigMap settings', path: 'metadata' };
  write({ 'base.json': JSON.stringify({ version: 1, findings: [entry] }) });
  expect(await lint('', '--baseline', 'base.json')).toEqual({
    found: [],
    err: 'base.json: rule "team-is-named" is now called "owner-is-named"\n',
  });
});

test('a rule of a team must not take the id of another', async () => {
  write({
    'map.yaml': MAP,
    'rules.js': RULES.replace('team-is-named', 'prestop-exists'),
    [CONFIG]: 'rules: ["./rules.js"]',
  });
  const { err, code } = await runCaptured('lint', 'map.yaml');
  expect(err).toContain("rule 'prestop-exists' is there twice: give the extra rule an id of its own");
  expect(code).toBe(2);
});

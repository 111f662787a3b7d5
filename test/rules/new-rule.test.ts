import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CATALOGUE } from '../../lib/check/catalogue';
import { CONFIG_SCHEMA } from '../../lib/cli/settings/schema';
import { contractBreaches } from '../../lib/testing';
import { pages } from '../../scripts/docs/rules';
import { runCaptured, useFolder } from '../cli/captured';
import { CONFIG_IS_IMMUTABLE } from './examples/config-is-immutable';

// CONTRIBUTING says that a new rule touches three places: its file, a line in the list, and a manifest of test/corpus. Here are
// the first two; all else reads the list.
jest.mock('../../lib/rules', () => {
  const rules = jest.requireActual<typeof import('../../lib/rules')>('../../lib/rules');
  const example = './examples/config-is-immutable';
  const { CONFIG_IS_IMMUTABLE: added } = jest.requireActual<typeof import('./examples/config-is-immutable')>(example);
  return { ...rules, RULES: [...rules.RULES, added] };
});

const write = useFolder();
const { id, bad, good, formerIds } = CONFIG_IS_IMMUTABLE;

test('it keeps the contract, and is in the catalogue', () => {
  expect(
    CATALOGUE.filter((rule) => contractBreaches(rule, { privateRegistries: ['private.example.com'] }).length > 0),
  ).toEqual([]);
  expect(CATALOGUE).toContain(CONFIG_IS_IMMUTABLE);
});

test('lint tells it, explain explains it, and the configuration knows it', async () => {
  write({ 'bad.yaml': bad, 'good.yaml': good });
  const { out } = await runCaptured('lint', '--rules', id, 'bad.yaml', 'good.yaml');
  expect(out).toMatch(
    /^ {2}bad\.yaml:5:1 {2}warning {2}data can be changed while pods run with it {2}config-is-immutable$/m,
  );
  expect(out).toContain('1 warning');
  expect((await runCaptured('explain', id)).out).toContain(CONFIG_IS_IMMUTABLE.why);
  expect(JSON.stringify(CONFIG_SCHEMA)).toContain(`"${id}"`);
});

test('--fix applies its fix', async () => {
  write({ 'bad.yaml': bad });
  const { err } = await runCaptured('lint', '--rules', id, '--fix', 'bad.yaml');
  expect(err).toBe('fixed 1 finding in 1 file\n');
  expect(readFileSync('bad.yaml', 'utf8')).toBe(`${bad}immutable: true\n`);
});

test('its former id still names it, in an explanation and in a comment', async () => {
  write({ 'bad.yaml': `# cdk8s-lifecycle-acknowledge ${formerIds?.[0]}: the team reloads it${bad}` });
  const { out } = await runCaptured('lint', '--rules', `${id},acknowledgement-is-valid`, 'bad.yaml');
  expect(out).toContain('0 errors, 0 warnings, 1 info in 1 object of 1 file; 1 acknowledged');
  expect(out).toContain('names a rule by its former id');
  expect((await runCaptured('explain', formerIds?.[0] ?? '')).out).toContain(`${id} (warning)`);
});

test('npm run docs writes its page, and its line in the section of its topic', async () => {
  const written = new Map((await pages()).map(({ path, text }) => [path, text]));
  const page = written.get(`docs/rules/${id}.md`);
  expect(page).toContain(
    '| topic | Wiring |\n| severity | warning |\n| since | 0.1.0 |\n| formerly | `config-never-changes` |\n',
  );
  expect(written.get('docs/rules/README.md')).toContain(`| Wiring | [\`${id}\`](${id}.md) | warning |`);
});

test('CONTRIBUTING names the places that a new rule touches', () => {
  const text = readFileSync(resolve(__dirname, '../../CONTRIBUTING.md'), 'utf8');
  for (const place of ['`lib/rules/<topic>/<id>.ts`', '`lib/rules/index.ts`', '`npm run docs`']) {
    expect(text).toContain(place);
  }
});

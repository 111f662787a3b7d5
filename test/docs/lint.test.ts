import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../../lib/cli/commands/index';
import { loadConfig } from '../../lib/cli/settings/load-config';
import { LifecycleValidation } from '../../lib/validation';
import { useFolder } from '../cli/captured';

const PAGE = readFileSync(join(__dirname, '../../docs/lint.md'), 'utf8');
const PACKAGE = readFileSync(join(__dirname, '../../package.json'), 'utf8');

const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1] ?? '');

const write = useFolder();

test('the configuration of the page is one', () => {
  const config = blocks('yaml').find((block) => block.includes('overrides:')) ?? '';
  write({ '.cdk8s-lifecycle.yaml': config });
  expect(loadConfig('.cdk8s-lifecycle.yaml')).toMatchObject({
    failOn: 'warning',
    acknowledgements: [{ rule: 'memory-is-limited' }],
  });
});

test('the entry for cdk8s.yaml is one that the plugin takes, of this version', () => {
  const block = blocks('yaml').find((each) => each.includes('validations:')) ?? '';
  const { validations } = parse(block) as { validations: Array<Record<string, unknown>> };
  const [entry] = validations;
  expect(entry?.class).toBe(LifecycleValidation.name);
  expect(entry?.version).toBe((JSON.parse(PACKAGE) as { version: string }).version);
  expect(() => new LifecycleValidation(entry?.properties as Record<string, unknown>)).not.toThrow();
});

test('its command lines name commands and options that are there', async () => {
  const lines = blocks('sh').flatMap((block) => block.match(/cdk8s-lifecycle \S.*/g) ?? []);
  const help = readFileSync(join(__dirname, '../../docs/command-line.md'), 'utf8');
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    expect(COMMANDS.map(({ name }) => name)).toContain(line.split(' ')[1]);
    for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(help).toContain(option);
  }
});

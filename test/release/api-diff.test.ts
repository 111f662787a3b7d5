import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { announces, apiIsGuarded } from '../../scripts/release/api-diff';
import { git } from '../../scripts/release/git';
import { changeset, checkout, write } from './checkout';

const MODULES = resolve(__dirname, '../../node_modules');
const MANIFEST = {
  name: 'widget',
  version: '0.1.0',
  description: 'A package of one class.',
  license: 'Apache-2.0',
  author: 'The authors',
  repository: { type: 'git', url: 'https://example.com/widget.git' },
  main: 'lib/index.js',
  types: 'lib/index.d.ts',
  stability: 'experimental',
  jsii: { targets: {} },
};
const source = (props: string) => `
export interface WidgetProps { ${props} }
export class Widget {
  public readonly color: string;
  constructor(props: WidgetProps) { this.color = props.color ?? 'red'; }
}
`;

const root = checkout({
  '.gitignore': 'node_modules\n.jsii\n*.js\n*.d.ts\ntsconfig.json\n*.tsbuildinfo\n',
  'package.json': JSON.stringify(MANIFEST),
  'README.md': '# widget\n',
  'lib/index.ts': source('readonly color?: string; readonly size?: number'),
});
symlinkSync(MODULES, join(root, 'node_modules'));

/** Builds the assembly of the checkout with other props, and says what the guard thinks of it. */
function guard(props: string) {
  write(root, { 'lib/index.ts': source(props) });
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  execFileSync(join(MODULES, '.bin/jsii'), ['--silence-warnings=reserved-word'], { cwd: root, env, stdio: 'pipe' });
  return apiIsGuarded(root);
}

const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => jest.restoreAllMocks());

test('before the first tag there is nothing to compare with, and it says so', () => {
  expect(apiIsGuarded(root)).toBe(true);
  expect(printed).toEqual(["there is no tag 'v*' yet, so no released API to compare with"]);
});

test('a prop that the last tag had and the build has not fails', () => {
  git(root, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'tag', 'v0.1.0');
  expect(guard('readonly color?: string')).toBe(false);
  expect(printed[0]).toMatch(/widget\.WidgetProps\.size: has been removed/);
  expect(printed.at(-1)).toBe('the API breaks users of v0.1.0: announce it with a changeset (minor), or take it back');
});

test('a new optional prop breaks nobody', () => {
  expect(guard('readonly color?: string; readonly size?: number; readonly depth?: number')).toBe(true);
  expect(printed).toEqual(['nothing that v0.1.0 has breaks']);
});

test('a changeset of its size announces a break, and so does the version', () => {
  expect(announces(root, '0.1.0')).toBe(false);
  write(root, { '.changeset/one.md': changeset('patch', 'Sizes are gone.') });
  expect(announces(root, '0.1.0')).toBe(false);
  write(root, { '.changeset/one.md': changeset('minor', '**Breaking:** sizes are gone.') });
  expect(announces(root, '0.1.0')).toBe(true);
  write(root, {
    '.changeset/one.md': 'no changeset',
    'package.json': JSON.stringify({ ...MANIFEST, version: '0.2.0' }),
  });
  expect(announces(root, '0.1.0')).toBe(true);
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, ROOT, run } from './project';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-alone-'));
const project = join(folder, 'project');

beforeAll(() => {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "project", "private": true }');
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', pack(join(ROOT, 'dist/command-line'), folder)],
    project,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

test('who wants only the command line installs one package, and none of the peers', () => {
  const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['cdk8s-lifecycle-cli']);
  const files = readdirSync(join(project, 'node_modules/cdk8s-lifecycle-cli'), { recursive: true, encoding: 'utf8' });
  const bytes = files.map((file) => statSync(join(project, 'node_modules/cdk8s-lifecycle-cli', file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
});

test.each(['lint', 'simulate', 'diagnose', 'runbook'])('%s runs without the peers', (command) => {
  const input = command === 'diagnose' ? 'pods.yaml' : 'web.yaml';
  const bin = join(project, 'node_modules/.bin/cdk8s-lifecycle');
  const file = join(ROOT, 'docs/tour', input);
  const printed = run('bash', ['-c', `'${bin}' ${command} '${file}' || test $? = 1`], project);
  expect(printed).toMatch(/web|cart/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../packing/project';
import { install, NEWEST_PEERS, type Project, SHOP } from './project';

const TEMPLATE = join(ROOT, 'node_modules/cdk8s-cli/templates/typescript-app');
const template = (file: string) => readFileSync(join(TEMPLATE, file), 'utf8');

const packages = {
  ...NEWEST_PEERS,
  '@types/jest': '29.5.14',
  '@types/node': '14.18.63',
  jest: '29.7.0',
  'ts-jest': '29.4.15',
  'ts-node': '10.9.2',
  typescript: '5.9.3',
};
let project: Project;

beforeAll(() => {
  project = install('init', {
    manager: 'npm',
    plus: 'cdk8s-plus-33',
    packages,
    fixtures: ['main.ts', 'jest.test.ts', 'jest-imports.test.ts'],
    files: Object.fromEntries(['tsconfig.json', 'jest.config.js', 'cdk8s.yaml'].map((file) => [file, template(file)])),
  });
});

test('has the packages of `cdk8s init typescript-app`; cdk8s-cli is the one of this repository', () => {
  const { dependencies, devDependencies } = JSON.parse(template('package.json'));
  const names = [...Object.keys(packages), 'cdk8s-cli', 'cdk8s-plus-33'];
  expect(Object.keys({ ...dependencies, ...devDependencies }).sort()).toEqual(names.sort());
  expect(devDependencies.typescript).toBe('5.9.x');
});

test('type-checks as CommonJS with node10 resolution and without skipLibCheck', () => {
  project.run('tsc', '--noEmit');
});

test('synthesizes with cdk8s-cli and ts-node', () => {
  project.run(join(ROOT, 'node_modules/.bin/cdk8s'), 'synth', '--check-upgrade=false');
  expect(project.manifests()).toBe(SHOP);
});

test('jest 29 with ts-jest has the matchers, on its globals and on what @jest/globals exports', () => {
  project.run('jest');
  project.run('jest', '--injectGlobals=false', 'jest-imports');
});

test('importing the package loads no rule', () => {
  const loaded = project.run('node', '-p', "require('cdk8s-lifecycle'); Object.keys(require.cache).join('\\n')");
  expect(loaded).toMatch(/cdk8s-lifecycle.dist.lib.constructs/);
  expect(loaded).not.toMatch(/cdk8s-lifecycle.dist.lib.(rules|check|admission|rollout|diagnosis)/);
});

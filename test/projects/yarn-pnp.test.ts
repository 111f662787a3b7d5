import { install, NEWEST_PEERS, type Project, SHOP } from './project';

let project: Project;

beforeAll(() => {
  project = install('yarn-pnp', {
    manager: 'yarn',
    plus: 'cdk8s-plus-33',
    packages: {
      ...NEWEST_PEERS,
      // Yarn installs no peer by itself: ours, ts-jest's, and what the types of @jest/globals are declared in.
      'cdk8s-plus-28': '2.5.6',
      'jest-util': '30.5.1',
      expect: '30.5.2',
      '@jest/globals': '30.5.2',
      '@types/jest': '30.0.0',
      '@types/node': '20.19.0',
      jest: '30.5.2',
      'ts-jest': '29.4.15',
      typescript: '5.9.3',
    },
    fixtures: ['main.ts', 'jest.test.ts', 'jest-imports.test.ts'],
    files: {
      '.yarnrc.yml': 'nodeLinker: pnp\nenableScripts: false\nenableTelemetry: false\n',
      'yarn.lock': '',
      'tsconfig.json': JSON.stringify({
        compilerOptions: { target: 'es2022', module: 'node16', strict: true, isolatedModules: true },
        include: ['*.ts'],
      }),
      'jest.config.js': "module.exports = { preset: 'ts-jest' };",
    },
  });
});

test('compiles, and synthesizes as JavaScript', () => {
  project.run('tsc');
  project.run('node', 'main.js');
  expect(project.manifests()).toBe(SHOP);
});

test('jest has the matchers', () => {
  project.run('jest', '--testMatch', '**/*.test.ts');
});

// The loader of a CommonJS project reads no ES module out of an archive, and the command line is one.
test('the command line runs', () => {
  expect(project.run('cdk8s-lifecycle', 'lint', 'dist')).toMatch(/^0 errors, 0 warnings, /m);
});

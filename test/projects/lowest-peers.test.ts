import { install, LOWEST_PEERS, type Project, SHOP } from './project';

let project: Project;

beforeAll(() => {
  project = install('lowest-peers', {
    manager: 'npm',
    plus: 'cdk8s-plus-28',
    packages: {
      ...LOWEST_PEERS,
      '@types/jest': '30.0.0',
      '@types/node': '20.19.0',
      jest: '30.5.2',
      'ts-jest': '29.4.15',
      typescript: '5.9.3',
    },
    fixtures: ['main.ts', 'jest.test.ts', 'jest-imports.test.ts'],
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: { target: 'es2022', module: 'node16', strict: true, isolatedModules: true },
        include: ['*.ts'],
      }),
      'jest.config.js': "module.exports = { preset: 'ts-jest' };",
    },
  });
});

test('compiles as CommonJS with node16 resolution, and synthesizes as JavaScript', () => {
  project.run('tsc');
  project.run('node', 'main.js');
  expect(project.manifests()).toBe(SHOP);
});

test('jest 30 with ts-jest has the matchers', () => {
  project.run('jest', '--testMatch', '**/*.test.ts');
});

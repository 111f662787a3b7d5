import { install, LOWEST_PEERS, type Project, SHOP } from './project';

let project: Project;

beforeAll(() => {
  project = install('esm-node16', {
    manager: 'npm',
    type: 'module',
    plus: 'cdk8s-plus-28',
    packages: {
      ...LOWEST_PEERS,
      '@types/node': '20.19.0',
      tsx: '4.23.15',
      typescript: '7.0.2',
      vite: '7.1.0',
      vitest: '3.2.4',
    },
    fixtures: ['main.ts', 'vitest-setup.test.ts', 'vitest.config.ts'],
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          module: 'node16',
          types: ['node', 'vitest/globals', 'cdk8s-lifecycle/testing/vitest'],
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        },
        include: ['*.ts'],
      }),
    },
  });
});

test('type-checks with the newest TypeScript and node16 resolution', () => {
  project.run('tsc');
});

test('synthesizes with tsx', () => {
  project.run('tsx', 'main.ts');
  expect(project.manifests()).toBe(SHOP);
});

test('vitest 3 has the matchers by its setup file', () => {
  project.run('vitest', 'run');
});

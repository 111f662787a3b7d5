import { install, NEWEST_PEERS, type Project, SHOP } from './project';

let project: Project;

beforeAll(() => {
  project = install('esm-pnpm', {
    manager: 'pnpm',
    type: 'module',
    plus: 'cdk8s-plus-33',
    packages: {
      ...NEWEST_PEERS,
      '@types/node': '20.19.0',
      tsx: '4.23.15',
      typescript: '7.0.2',
      vitest: '4.1.12',
    },
    fixtures: ['main.ts', 'vitest.test.ts', 'vitest-globals.test.ts'],
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          module: 'esnext',
          moduleResolution: 'bundler',
          types: ['node', 'vitest/globals'],
          strict: true,
          noEmit: true,
        },
        include: ['*.ts'],
      }),
    },
  });
});

test('type-checks with the newest TypeScript and bundler resolution', () => {
  project.run('tsc');
});

test('synthesizes with tsx', () => {
  project.run('tsx', 'main.ts');
  expect(project.manifests()).toBe(SHOP);
});

test('vitest 4 has the matchers without its globals', () => {
  project.run('vitest', 'run', 'vitest.test.ts');
});

test('vitest 4 has the matchers with its globals', () => {
  project.run('vitest', 'run', '--globals', 'vitest-globals.test.ts');
});

test('the command line runs', () => {
  expect(project.run('cdk8s-lifecycle', 'lint', 'dist')).toMatch(/^0 errors, 0 warnings, /m);
});

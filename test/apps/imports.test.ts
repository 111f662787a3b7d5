import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const APPS = resolve(__dirname, '../../apps');
const IMPORT = /^import[^;]*?from '([^']+)';$/gm;
const PACKAGES = ['@acme/platform', 'cdk8s', 'cdk8s-lifecycle', 'cdk8s-plus-28', 'constructs'];

const imports = readdirSync(APPS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(join(APPS, file), 'utf8').matchAll(IMPORT)].map(([, target = '']) => ({ file, target })),
  );

test('apps import the package by its name, as its users do, and nothing of its inside', () => {
  const others = imports.filter(({ target }) => !PACKAGES.includes(target) && !target.startsWith('.'));
  expect(others).toEqual([{ file: 'main.ts', target: 'node:path' }]);
  expect(imports.filter(({ target }) => target.includes('/lib/'))).toEqual([]);
});

test("a platform's constructs and the app that uses them import each other through the package alone", () => {
  const inside = imports.filter(({ file }) => file.startsWith('platform-team/'));
  expect(inside.filter(({ target }) => target.startsWith('../'))).toEqual([]);
  expect(inside.filter(({ target }) => target === '@acme/platform').length).toBeGreaterThan(0);
});

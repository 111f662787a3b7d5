import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run } from '../packing/project';
import { generate, need, runHosted, shopOfTypeScript } from './bindings';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-go-'));

afterAll(() => rmSync(folder, { recursive: true }));

test("the README's app compiles in Go, and gives the same bytes of YAML as in TypeScript", () => {
  need('go', ['version'], 'Go 1.25 or newer');
  cpSync(join(__dirname, 'go'), folder, { recursive: true });
  // The Go module of cdk8s is generated too: not every module proxy has it.
  for (const source of [ROOT, join(ROOT, 'node_modules/cdk8s')]) generate('go', source, join(folder, 'bindings'));
  run('go', ['build', '-o', 'shop', '.'], folder, { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly' });
  const { status, stderr } = runHosted(join(folder, 'shop'), [], folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(folder, 'dist/shop.k8s.yaml'), 'utf8')).toBe(shopOfTypeScript());
});

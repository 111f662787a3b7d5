import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
/** As deep below the root as dist/cli, which a build may be writing at the same time. */
const OUT = 'dist/cli-under-test';
const MAIN = join(ROOT, OUT, 'main.mjs');

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "example.com/web:1.0.0", ports: [{ containerPort: 8080 }] }] }
`;

function lint(argv: readonly string[], input: string, cwd = ROOT) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...argv], { cwd, input, encoding: 'utf8' });
  return { stdout, stderr, status };
}

/** Everything that the file and its static imports hold. */
function loadedWith(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*"(\.\/[^"]+)"/g)].map((match) => match[1] ?? '');
  return [file, ...imports.flatMap((each) => loadedWith(join(dirname(file), each), seen))];
}

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-cli.mjs', OUT], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 60_000);

afterAll(() => rmSync(join(ROOT, OUT), { recursive: true, force: true }));

test('the bundle lints stdin, without a configuration, and exits by what it finds', () => {
  const argv = ['lint', '--no-config', '--rules', 'prestop-exists', '-'];
  const found = lint([...argv, '--fail-on', 'warning'], WEB);
  expect(found.stdout).toContain('<stdin>:8:26  warning  container "web"');
  expect(found.stdout).not.toContain('\u001b');
  expect(found.status).toBe(1);
  expect(lint(argv, 'a: b: c').status).toBe(2);
}, 60_000);

test('the start loads the frame alone', () => {
  const size = loadedWith(MAIN).reduce((sum, file) => sum + statSync(file).size, 0);
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(100_000);
});

test('the licences of all that is bundled are told', () => {
  const licences = readFileSync(join(ROOT, OUT, 'LICENSES.txt'), 'utf8');
  for (const name of ['commander', 'js-yaml', 'yaml', 'ajv', 'picomatch', 'picocolors', 'diff']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  }
});

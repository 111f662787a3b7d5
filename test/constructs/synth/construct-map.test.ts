import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

function run(source: string, env: NodeJS.ProcessEnv): { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'construct-map-'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'main.ts'), source);
  const register = join(ROOT, 'node_modules/ts-node/register');
  execFileSync(process.execPath, ['--require', register, 'main.ts'], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: undefined,
      JEST_WORKER_ID: undefined,
      TS_NODE_PROJECT: join(ROOT, 'tsconfig.json'),
      NODE_PATH: join(ROOT, 'node_modules'),
      ...env,
    },
    stdio: 'pipe',
  });
  return { folder };
}

const SOURCE = `import { App, Chart } from 'cdk8s';
import { HealthChecks, Image, Resources, ZeroDowntimeService } from '${ROOT}/lib';

const app = new App({ outdir: 'dist/manifests' });
const chart = new Chart(app, 'shop');
new ZeroDowntimeService(chart, 'cart', {
  image: Image.of('shop/cart:1.4.2'),
  port: 8080,
  health: HealthChecks.http(),
  resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
});
app.synth();
`;

test('synthesis writes which line made which construct, beside its output folder', () => {
  const { folder } = run(SOURCE, { CDK8S_OUTDIR: undefined });
  const map = JSON.parse(readFileSync(join(folder, 'dist/manifests.constructs.json'), 'utf8'));
  expect(map).toEqual({ version: 1, constructs: { 'shop/cart': { file: 'main.ts', line: 6 } } });
  expect(existsSync(join(folder, 'dist/manifests/shop.k8s.yaml'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('it writes none in a test', () => {
  const { folder } = run(SOURCE, { NODE_ENV: 'test', CDK8S_OUTDIR: undefined });
  expect(existsSync(join(folder, 'dist/manifests.constructs.json'))).toBe(false);
  rmSync(folder, { recursive: true });
});

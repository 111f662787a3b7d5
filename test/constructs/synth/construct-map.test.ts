import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

function run(source: string, env: NodeJS.ProcessEnv, before?: (folder: string) => void): { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'construct-map-'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'main.ts'), source);
  before?.(folder);
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

const PROGRAM = `import { App, Chart } from 'cdk8s';
import { HealthChecks, Image, Resources, ZeroDowntimeService } from '${ROOT}/lib';

const common = {
  image: Image.of('shop/cart:1.4.2'),
  port: 8080,
  health: HealthChecks.http(),
  resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
};
for (const name of ['one', 'two']) {
  const app = new App({ outdir: 'dist/manifests/' + name });
  const chart = new Chart(app, 'shop');
  new ZeroDowntimeService(chart, 'cart', common);
  new ZeroDowntimeService(new Chart(app, name), 'own', common);
  if (name === 'one') new ZeroDowntimeService(chart, 'twice', common);
  else new ZeroDowntimeService(chart, 'twice', common);
  app.synth();
}
`;
const ASKED = { CDK8S_OUTDIR: undefined, CDK8S_LIFECYCLE_CONSTRUCTS: 'dist/manifests.constructs.json' };

test('synthesis writes which line made which construct where it is asked to, once for all Apps of a program', () => {
  const { folder } = run(PROGRAM, { ...ASKED, NODE_ENV: 'test' });
  const file = join(folder, 'dist/manifests.constructs.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    version: 1,
    constructs: {
      'one/own': { file: 'main.ts', line: 14 },
      'shop/cart': { file: 'main.ts', line: 13 },
      'shop/twice': null,
      'two/own': { file: 'main.ts', line: 14 },
    },
  });
  expect(existsSync(join(folder, 'dist/manifests/one/shop.k8s.yaml'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('what an earlier program has written goes', () => {
  const { folder } = run(PROGRAM, ASKED, (made) => {
    mkdirSync(join(made, 'dist'));
    writeFileSync(join(made, 'dist/manifests.constructs.json'), '{"version":1,"constructs":{"shop/gone":null}}');
  });
  const { constructs } = JSON.parse(readFileSync(join(folder, 'dist/manifests.constructs.json'), 'utf8'));
  expect(Object.keys(constructs)).not.toContain('shop/gone');
  rmSync(folder, { recursive: true });
});

test('it writes none where nothing asks, whatever NODE_ENV says', () => {
  const { folder } = run(PROGRAM, { ...ASKED, CDK8S_LIFECYCLE_CONSTRUCTS: undefined, NODE_ENV: 'production' });
  expect(existsSync(join(folder, 'dist/manifests.constructs.json'))).toBe(false);
  rmSync(folder, { recursive: true });
});

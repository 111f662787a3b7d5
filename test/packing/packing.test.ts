import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { payments } from '../../apps/platform-team/payments/src/payments';
import { filesBelow, withFolder, write } from '../apps/written';
import { brokenLinks } from '../docs/broken-links';
import { install, pack, ROOT, run } from './project';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-packing-'));
const app = join(folder, 'payments');
const manifests = join(app, 'dist/manifests');

beforeAll(() => {
  const into = join(folder, 'tarballs');
  const ours = pack(ROOT, into);
  const peers = ['cdk8s', 'cdk8s-plus-28', 'constructs'].map((name) => pack(join(ROOT, 'node_modules', name), into));
  install('apps/platform-team/constructs', join(folder, 'platform'), [ours, ...peers]);
  const platform = pack(join(folder, 'platform'), into);
  install('apps/platform-team/payments', app, [ours, platform, ...peers]);
  run('npm', ['run', '--silent', 'synth'], app, {
    CDK8S_OUTDIR: 'dist/manifests',
    CDK8S_LIFECYCLE_CONSTRUCTS: `${manifests}.constructs.json`,
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

test('an app that installed both packages synthesizes the bytes that this repository does', async () => {
  const here = await withFolder((outdir) => {
    write(payments, outdir);
    return filesBelow(outdir);
  });
  expect(here.size).toBe(3);
  expect(filesBelow(manifests)).toEqual(here);
});

test('each package is there once: the company package brings no copy of its peers', () => {
  for (const name of ['cdk8s', 'cdk8s-lifecycle', 'cdk8s-plus-28', 'constructs', '@acme/platform']) {
    expect(existsSync(join(app, 'node_modules', name, 'package.json'))).toBe(true);
    expect(existsSync(join(app, 'node_modules/@acme/platform/node_modules', name))).toBe(false);
  }
});

test("a construct of the company package is traced to the app's own line, not to the package's", () => {
  const { constructs } = JSON.parse(readFileSync(`${manifests}.constructs.json`, 'utf8'));
  expect(constructs['payments-production/card-api/card-api'].file).toBe('dist/card-api.js');
});

test('the installed command line lints the output', () => {
  const printed = run(join(app, 'node_modules/.bin/cdk8s-lifecycle'), ['lint', manifests], app);
  expect(printed).toMatch(/^0 errors, 0 warnings, /m);
});

test('every link of the installed README and docs leads to something installed', () => {
  const home = join(app, 'node_modules/cdk8s-lifecycle');
  const pages = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.flatMap((page) => brokenLinks(home, page))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, ROOT, run } from './project';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-plugin-'));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };

/** As `cdk8s synth` of an app that names the plugin by its package, with plugins kept in `plugins`. */
function synth(properties: object) {
  writeFileSync(
    join(folder, 'cdk8s.yaml'),
    JSON.stringify({
      language: 'typescript',
      app: 'node main.js',
      pluginsDirectory: join(folder, 'plugins'),
      validations: [{ package: 'cdk8s-lifecycle', version, class: 'LifecycleValidation', properties }],
    }),
  );
  const cli = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'synth', '--check-upgrade=false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

beforeAll(() => {
  const tarballs = join(folder, 'tarballs');
  const peers = ['cdk8s', 'cdk8s-plus-28', 'constructs'].map((name) => join(ROOT, 'node_modules', name));
  const packed = [ROOT, ...peers].map((each) => pack(each, tarballs));
  // Where cdk8s-cli looks, and would let npm install into.
  const prefix = join(folder, 'plugins/cdk8s-lifecycle', version);
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-save', '--prefix', prefix, ...packed], folder);
  cpSync(join(__dirname, 'plain-app.js'), join(folder, 'main.js'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('cdk8s-cli finds the plugin by the name of the package, and synth fails where it is told to', () => {
  const { status, printed } = synth({ rules: ['image-is-pinned'], failOn: 'warning' });
  expect(printed).toContain('image-is-pinned');
  expect(printed).toContain(`cdk8s-lifecycle@${version}`);
  expect(printed).not.toContain('Installing validation plugin');
  expect(status).toBe(2);
});

test('a warning is reported, and passes synth', () => {
  const { status, printed } = synth({ rules: ['image-is-pinned'] });
  expect(printed).toContain('image-is-pinned');
  expect(status).toBe(0);
});

test('a property that is unknown ends synth with its name', () => {
  const { status, printed } = synth({ failon: 'warning' });
  expect(printed).toContain('unknown property "failon"; did you mean "failOn"?');
  expect(status).toBe(1);
});

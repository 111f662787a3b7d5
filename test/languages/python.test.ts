import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration } from 'cdk8s';
import { Environment, EnvironmentChart, PaymentsService } from '../../apps/platform-team/constructs/src';
import { devDependencies } from '../../package.json';
import { ROOT, run } from '../packing/project';
import { buildWheel, compileOnTop, generate, need, runHosted, shopOfTypeScript } from './bindings';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-python-'));
const python = join(folder, 'venv/bin/python');
const ours = join(__dirname, 'python');
const FINDING = /^(warning: \[| {2}\[)shop\//;

/** Runs a program in an empty folder of its name; `manifests` are what it wrote there. */
function program(file: string, name: string, env: NodeJS.ProcessEnv = {}) {
  const cwd = join(folder, name);
  const { status, stderr } = runHosted(python, [file], cwd, env);
  const findings = stderr.split('\n').filter((line) => FINDING.test(line));
  const manifests = () => readFileSync(join(cwd, 'dist', `${name}.k8s.yaml`), 'utf8');
  return { status, stderr, findings, manifests, cwd };
}

beforeAll(() => {
  need('python3', ['-c', 'import ensurepip, venv'], 'Python 3.10 or newer with venv and pip (on Debian: python3-venv)');
  const platform = join(folder, 'platform');
  compileOnTop('apps/platform-team/constructs', platform);
  const wheel = buildWheel(ROOT, join(folder, 'wheels'));
  const onTop = generate('python', platform, join(folder, 'on-top'));
  run('python3', ['-m', 'venv', join(folder, 'venv')], folder);
  const options = ['--quiet', '--disable-pip-version-check', '--requirement', join(ours, 'requirements.txt')];
  run(python, ['-m', 'pip', 'install', ...options, wheel, onTop], folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the peers are the lowest that the package allows', () => {
  const pins = readFileSync(join(ours, 'requirements.txt'), 'utf8').trim().split('\n');
  for (const name of ['cdk8s', 'cdk8s-plus-28', 'constructs'] as const) {
    expect(pins).toContain(`${name}==${devDependencies[name]}`);
  }
  expect(pins).toContain(`jsii==${devDependencies['jsii-pacmak']}`);
});

test("the README's app gives the same bytes of YAML as in TypeScript", () => {
  const { status, stderr, manifests } = program(join(ROOT, 'docs/tour/shop.py'), 'shop');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(manifests()).toBe(shopOfTypeScript());
});

test('no name of the API is changed for Python', () => {
  expect(run(python, [join(ours, 'names.py')], folder)).toBe('');
});

describe('a finding', () => {
  const file = join(ours, 'findings.py');
  const firstLines = (findings: readonly string[]) => findings.map((line) => line.trim());

  test('tells the construct path, and no path of the kernel that runs the package', () => {
    const { status, findings } = program(file, 'findings');
    expect(status).toBe(1);
    expect(firstLines(findings)).toEqual([
      expect.stringMatching(/^warning: \[shop\/cart\] .* \[image-is-pinned\]$/),
      expect.stringMatching(/^\[shop\/queue\] 'preStop' \(0s\) and 'drain' \(30s\) do not fit .*, or leave it out$/),
    ]);
  });

  test('tells the line of Python where the user has jsii send it', () => {
    const { findings } = program(file, 'findings-with-lines', { JSII_HOST_STACK_TRACES: '1' });
    const lines = readFileSync(file, 'utf8').split('\n');
    const places = findings.map((line) => /findings\.py:(\d+)$/.exec(line)?.[1]);
    expect(places.map((line) => lines[Number(line) - 1]?.trim())).toEqual(['ZeroDowntimeService(', 'Worker(']);
  });
});

test('the map for diagnose tells the line of Python', () => {
  const { cwd } = program(join(ROOT, 'docs/tour/shop.py'), 'map', {
    JSII_HOST_STACK_TRACES: '1',
    CDK8S_LIFECYCLE_CONSTRUCTS: 'dist.constructs.json',
  });
  const { constructs } = JSON.parse(readFileSync(join(cwd, 'dist.constructs.json'), 'utf8'));
  expect(constructs).toEqual({
    'shop/cart': { file: expect.stringMatching(/docs\/tour\/shop\.py$/), line: 17 },
    'shop/reindex': { file: expect.stringMatching(/docs\/tour\/shop\.py$/), line: 27 },
  });
});

describe("a company's jsii package on top of this one", () => {
  test('compiles against the packed package, which holds the assembly that jsii reads', () => {
    expect(existsSync(join(folder, 'platform/node_modules/cdk8s-lifecycle/.jsii'))).toBe(true);
    const { types } = JSON.parse(readFileSync(join(folder, 'platform/.jsii'), 'utf8'));
    expect(types['@acme/platform.PaymentsService'].base).toBe('constructs.Construct');
  });

  test('is used from Python, and gives the same bytes as in TypeScript', () => {
    const app = new App();
    const chart = new EnvironmentChart(app, 'payments', Environment.PRODUCTION);
    const longestPayment = Duration.seconds(20);
    new PaymentsService(chart, 'card-api', { release: '4.1.0', path: '/cards', longestPayment });
    const { status, stderr, manifests } = program(join(ours, 'payments.py'), 'payments-production');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(manifests()).toBe(app.synthYaml());
  });
});

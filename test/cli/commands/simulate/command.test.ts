import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../../../lib/cli/commands/index';
import { runProgram } from '../../../../lib/cli/frame/run';
import { version } from '../../../../lib/cli/frame/version';
import { sleeps, workload } from '../../../rollout/manifests';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const losing = file('losing.json', workload({ replicas: 3 }));
const careful = file('careful.json', workload({ replicas: 3, preStop: sleeps(10), gracePeriod: 60 }));

let out = '';
let err = '';

beforeEach(() => {
  out = '';
  err = '';
  process.exitCode = undefined;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.stdout.removeAllListeners('error');
  process.exitCode = undefined;
});

const simulate = (...argv: string[]) => runProgram(['simulate', '--no-config', '--runs', '10', ...argv], COMMANDS);

test('a workload that loses nothing gives exit code 0, and tells its limits', async () => {
  await simulate(careful);
  expect(process.exitCode).toBe(0);
  expect(out).toContain('loses nothing, as long as\n    routes are withdrawn within 10 s (5 s to spare)');
  expect(out).toContain('1 workload loses nothing');
});

test('one that can lose requests gives exit code 1, a story and what to change', async () => {
  await simulate(losing);
  expect(process.exitCode).toBe(1);
  expect(out).toMatch(/can lose requests \(refused\): .*\n {6}-> give the container a preStop hook/);
  expect(out).toMatch(/sends a request to old-0: connection refused/);
});

test('JSON has the documented shape, with null for what is absent', async () => {
  await simulate('-o', 'json', careful);
  const [first] = JSON.parse(out).workloads;
  expect(first).toMatchObject({
    object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' },
    event: 'rollout',
    verdict: 'no-loss',
    bounds: { worst: 'no-loss', certain: false, counterexample: null },
    estimate: {
      runs: 10,
      lost: { p50: 0, p99: 0, max: 0 },
      byCause: { refused: 0, cut: 0, overloaded: 0, 'no-endpoint': 0 },
    },
  });
  expect(first.bounds.assumptions[0]).toEqual({
    name: 'withdrawal',
    limitSeconds: 10,
    valueSeconds: 5,
    marginSeconds: 5,
  });
  expect(Object.keys(first)).toEqual(
    expect.arrayContaining(['minAvailable', 'peakPods', 'durationSeconds', 'timeline']),
  );
});

test('the same seed gives the same answer, and another seed another one', async () => {
  await simulate('-o', 'json', losing);
  const first = out;
  out = '';
  await simulate('-o', 'json', losing);
  expect(out).toBe(first);
  out = '';
  await simulate('-o', 'json', '--seed', '2', losing);
  expect(out).not.toBe(first);
});

test('--from tells what runs now: the first rollout that adds a hook still loses', async () => {
  await simulate('--from', losing, careful);
  expect(process.exitCode).toBe(1);
  expect(out).toContain('it has no preStop hook');
});

test('several events are told one by one', async () => {
  await simulate('--event', 'drain,bad-version', careful);
  expect(out).toMatch(/shop\/cart {2}drain/);
  expect(out).toMatch(/shop\/cart {2}bad-version/);
  expect(process.exitCode).toBe(1);
});

test('a scenario tells what manifests do not', async () => {
  await simulate('--scenario', file('exits.yaml', 'onSigterm: exits\n'), careful);
  expect(out).toContain('can lose requests (cut)');
});

test('a scenario that cannot be read is named with every mistake in it, exit code 2', async () => {
  await simulate('--scenario', file('bad.yaml', 'onSigterm: dies\nnode: 3\n'), careful);
  expect(process.exitCode).toBe(2);
  expect(err).toMatch(
    /bad\.yaml: .*'onSigterm' \("dies"\) must be one of drains, exits, ignores, unreached; 'node' is unknown/,
  );
});

test('an event that there is none of is refused', async () => {
  await simulate('--event', 'meteor', careful);
  expect(process.exitCode).toBe(2);
  expect(err).toContain('unknown event "meteor"; write one of rollout, drain, crash, scale-down, bad-version');
});

test('a file that is not there is named, exit code 2', async () => {
  await simulate(join(folder, 'nothing.yaml'));
  expect(process.exitCode).toBe(2);
  expect(err).toContain('there is no such file');
});

test('what has no pods to roll out is no failure', async () => {
  await simulate(file('config.json', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }));
  expect(process.exitCode).toBe(0);
  expect(err).toContain('no Deployment, StatefulSet or DaemonSet');
});

test('SVG and HTML are documents that ask for nothing from outside', async () => {
  await simulate('-o', 'svg', losing);
  expect(out).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  out = '';
  await simulate('-o', 'html', losing);
  expect(out).toMatch(/^<!doctype html>/);
  expect(out.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|src=|@import|url\(/);
});

test('the page names its files, our version and the Kubernetes version that counts', async () => {
  const scenario = file('scenario.yaml', 'kubernetesVersion: "1.35"\n');
  const footer = () => out.slice(out.indexOf('<footer>'), out.indexOf('</footer>'));
  await simulate('-o', 'html', '--kubernetes-version', '1.34', '--from', losing, careful);
  expect(footer()).toContain(`<dt>Manifests</dt><dd><ul><li>${careful}</li></ul>`);
  expect(footer()).toContain(`<dt>Running now</dt><dd><ul><li>${losing}</li></ul>`);
  expect(footer()).toContain(`cdk8s-lifecycle ${version}, for Kubernetes 1.34<`);
  expect(out).toContain(`<p class="file">${careful}</p>`);
  out = '';
  await simulate('-o', 'html', '--scenario', scenario, careful);
  expect(footer()).toContain(`<dt>Scenario</dt><dd><ul><li>${scenario}</li></ul>`);
  expect(footer()).toContain('for Kubernetes 1.35<');
  const first = out;
  out = '';
  await simulate('-o', 'html', '--scenario', scenario, careful);
  expect(out).toBe(first);
});

test('a kind whose rollout is not known is named, never passed in silence', async () => {
  await simulate(file('rollout.json', { ...workload(), apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }));
  expect(err).toContain('Rollout shop/cart is not simulated');
});

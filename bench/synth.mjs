// What synthesis costs: an app of N services in our constructs (Deployment, Service and PodDisruptionBudget each, checked by all rules) against the same
// number of plain cdk8s-plus-28 objects, whole processes, medians of paired runs. Needs `npm run build:lib`. Usage: node bench/synth.mjs [runs]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const RUNS = Number(process.argv[2] ?? 5);

const OURS = `
const { HealthChecks, Image, Resources, ZeroDowntimeService } = require('${ROOT}/dist/lib');
const add = (chart, i) => new ZeroDowntimeService(chart, 's' + i, {
  image: Image.of('shop/cart:1.4.2'), port: 8080, health: HealthChecks.http(), resources: Resources.of({ cpu: '1', memory: '1Gi' }),
});`;
const PLAIN = `
const { ApiObject } = require('cdk8s');
const kplus = require('cdk8s-plus-28');
const add = (chart, i) => {
  const probe = kplus.Probe.fromHttpGet('/ready', { port: 8080 });
  const deployment = new kplus.Deployment(chart, 'd' + i, { containers: [{ image: 'shop/cart:1.4.2', ports: [{ number: 8080, name: 'http' }], readiness: probe, liveness: probe, startup: probe }] });
  deployment.exposeViaService();
  new ApiObject(chart, 'p' + i, { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { maxUnavailable: 1, selector: { matchLabels: deployment.matchLabels } } });
};`;

function seconds(setup, count) {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-synth-'));
  const program = `const { App, Chart } = require('cdk8s'); ${setup}
    const app = new App({ outdir: '${outdir}' }); const chart = new Chart(app, 'shop', { namespace: 'shop' });
    for (let i = 0; i < ${count}; i++) add(chart, i); app.synth();`;
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--eval', program], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test' },
  });
  const taken = (performance.now() - start) / 1000;
  rmSync(outdir, { recursive: true });
  if (status !== 0) throw new Error(String(stderr));
  return taken;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log('| services | ours | plain cdk8s-plus-28 | ratio |\n| --- | --- | --- | --- |');
for (const count of [0, 1, 100, 1000]) {
  const pairs = Array.from({ length: RUNS }, () => [seconds(OURS, count), seconds(PLAIN, count)]);
  const [ours, plain] = [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))];
  console.log(
    `| ${count} | ${ours.toFixed(2)} s | ${plain.toFixed(2)} s | ${median(pairs.map(([a, b]) => a / b)).toFixed(2)} |`,
  );
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleeps, workload } from '../../../rollout/manifests';
import { runCaptured } from '../../captured';

const folder = mkdtempSync(join(tmpdir(), 'simulate-needs-'));
const gpu = (preStop: number) => {
  const path = join(folder, `gpu-${preStop}.json`);
  const container = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
  const shape = { preStop: sleeps(preStop), gracePeriod: 60, maxSurge: 1, maxUnavailable: 0, container };
  writeFileSync(path, JSON.stringify(workload(shape)));
  return path;
};
const NEED = 'a free nvidia.com/gpu is left for a new pod beside the old ones';

test('what the cluster must have stands among the conditions of an answer that nothing is lost', async () => {
  const { out, code } = await runCaptured('simulate', gpu(10));
  expect(out).toMatch(new RegExp(`loses nothing, as long as[^]*\\n    ${NEED}\\n`));
  expect(code ?? 0).toBe(0);
});

test('and is an assumption of any other answer', async () => {
  expect((await runCaptured('simulate', gpu(1))).out).toContain(`\n  assumed: ${NEED}\n`);
  const { workloads } = JSON.parse((await runCaptured('simulate', gpu(1), '-o', 'json')).out);
  expect(workloads[0].bounds.needs).toEqual([NEED]);
});

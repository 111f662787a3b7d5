import { hasNoShell, needsShell } from '../../../lib/workloads/shell-less-images';
import { found, preStop, workload } from '../support';

const RULE = 'hook-runs-without-shell';

test.each([
  'gcr.io/distroless/static',
  'gcr.io/distroless/java17-debian12:nonroot',
  'cgr.dev/chainguard/static:latest',
  'registry.k8s.io/pause:3.10',
  'example.com/app:1.2.3-distroless',
  'example.com/app-scratch:1.0.0',
  'gcr.io/distroless/base@sha256:0000000000000000000000000000000000000000000000000000000000000000',
])('%s has no shell', (image) => {
  expect(hasNoShell(image)).toBe(true);
});

test.each([
  'gcr.io/distroless/base:debug',
  'gcr.io/distroless/base:debug-nonroot',
  'cgr.dev/chainguard/static:latest-dev',
  'nginx:1.27',
  'example.com/scratchpad:1',
  undefined,
])('%s may have one', (image) => {
  expect(hasNoShell(image)).toBe(false);
});

test('a shell and what comes along with it need one; a program of the image does not', () => {
  expect(needsShell(['/bin/sh', '-c', 'x'])).toBe(true);
  expect(needsShell(['sleep', '5'])).toBe(true);
  expect(needsShell(['/app/drain'])).toBe(false);
  expect(needsShell([])).toBe(false);
});

test('hooks and probes are looked at', () => {
  const container = {
    image: 'gcr.io/distroless/base',
    ...preStop('sleep', '5'),
    livenessProbe: { exec: { command: ['sh', '-c', 'true'] } },
    readinessProbe: { exec: { command: ['/app/ready'] } },
  };
  expect(found(RULE, [workload({ container })])).toEqual([
    'warning web spec.template.spec.containers[0].lifecycle.preStop.exec',
    'warning web spec.template.spec.containers[0].livenessProbe.exec',
  ]);
});

import { CONTAINER, fixed, web } from '../../cli/fix/fixed';

const GET = 'httpGet: { path: /healthz, port: 8080 }';

test('the startup probe asks what the liveness probe asks, with the documented numbers', async () => {
  const container = `livenessProbe: { ${GET}, timeoutSeconds: 7, terminationGracePeriodSeconds: 5 }`;
  const { at, findings } = await fixed('slow-start-is-covered', web({ container }));
  expect(at(`${CONTAINER}.startupProbe`)).toEqual({
    httpGet: { path: '/healthz', port: 8080 },
    periodSeconds: 7,
    failureThreshold: 30,
    timeoutSeconds: 7,
  });
  expect(findings).toEqual([]);
});

test('a period below the timeout becomes the timeout', async () => {
  const container = `readinessProbe: { ${GET}, periodSeconds: 2, timeoutSeconds: 5 }`;
  const { at, findings } = await fixed('probe-timeout-fits-period', web({ container }));
  expect(at(`${CONTAINER}.readinessProbe`)).toMatchObject({ periodSeconds: 5, timeoutSeconds: 5 });
  expect(findings).toEqual([]);
});

test('an exec probe states a timeout within its period', async () => {
  const exec = 'exec: { command: [check] }';
  const timeout = async (period: number) => {
    const container = `livenessProbe: { ${exec}, periodSeconds: ${period} }`;
    return (await fixed('exec-probe-sets-timeout', web({ container }))).at(`${CONTAINER}.livenessProbe.timeoutSeconds`);
  };
  expect(await timeout(10)).toBe(5);
  expect(await timeout(3)).toBe(3);
});

test('liveness fails later than readiness by raising its threshold', async () => {
  const container = `readinessProbe: { ${GET}, periodSeconds: 10, failureThreshold: 4 }\n          livenessProbe: { ${GET}, periodSeconds: 7 }`;
  const { at, findings } = await fixed('liveness-differs-from-readiness', web({ container }));
  expect(at(`${CONTAINER}.livenessProbe.failureThreshold`)).toBe(6);
  expect(findings).toEqual([]);
});

test('a startup probe that kills too early gets more tries', async () => {
  const { at, findings } = await fixed(
    'startup-has-enough-time',
    web({ container: `startupProbe: { ${GET}, periodSeconds: 5, failureThreshold: 3 }` }),
  );
  expect(at(`${CONTAINER}.startupProbe.failureThreshold`)).toBe(7);
  expect(findings).toEqual([]);
});

test('the progress deadline is raised above start-up and minReady', async () => {
  const container = `startupProbe: { ${GET}, periodSeconds: 10, failureThreshold: 90 }`;
  const { at, findings } = await fixed(
    'startup-fits-progress-deadline',
    web({ container, spec: 'minReadySeconds: 30' }),
  );
  expect(at('spec.progressDeadlineSeconds')).toBe(90 * 10 + 1 + 30 + 60);
  expect(findings).toEqual([]);
});

test('the progress deadline of a DeploymentConfig is raised where it has it', async () => {
  const container = `startupProbe: { ${GET}, periodSeconds: 10, failureThreshold: 90 }`;
  const text = web({ container, kind: 'DeploymentConfig' })
    .replace('apps/v1', 'apps.openshift.io/v1')
    .replace('{ matchLabels: { app: web } }', '{ app: web }');
  const { at, findings } = await fixed('startup-fits-progress-deadline', text);
  expect(at('spec.strategy.rollingParams.timeoutSeconds')).toBe(90 * 10 + 1 + 60);
  expect(findings).toEqual([]);
});

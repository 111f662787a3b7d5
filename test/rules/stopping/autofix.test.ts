import { TrafficRoute } from '../../../lib';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { CONTAINER, fixed, web } from '../../cli/fix/fixed';

const PRE_STOP = `${CONTAINER}.lifecycle.preStop`;

test('a hook is added that covers the slowest router', async () => {
  expect((await fixed('prestop-exists', web())).at(PRE_STOP)).toEqual({ sleep: { seconds: 10 } });
  const route = TrafficRoute.albIp();
  expect((await fixed('prestop-exists', web(), { route })).at(PRE_STOP)).toEqual({ sleep: { seconds: 30 } });
});

test('before 1.30 the hook is a sleep in a shell', async () => {
  const { at } = await fixed('prestop-exists', web(), { version: KubernetesVersion.V1_29 });
  expect(at(PRE_STOP)).toEqual({ exec: { command: ['/bin/sh', '-c', 'sleep 10'] } });
});

test.each([
  ['{ sleep: { seconds: 1 } }', { sleep: { seconds: 10 } }],
  ['{ exec: { command: [sleep, "1"] } }', { exec: { command: ['sleep', '10'] } }],
  [`{ exec: { command: [/bin/sh, -c, 'sleep 1'] } }`, { exec: { command: ['/bin/sh', '-c', 'sleep 10'] } }],
  [
    `{ exec: { command: [sh, -c, "echo bye; sleep 2s && nginx -s quit"] } }`,
    { exec: { command: ['sh', '-c', 'echo bye; sleep 10 && nginx -s quit'] } },
  ],
])('a sleep of a hook that is too short is raised: %s', async (hook, expected) => {
  const { at, findings } = await fixed(
    'prestop-covers-withdrawal',
    web({ container: `lifecycle: { preStop: ${hook} }` }),
  );
  expect(at(PRE_STOP)).toEqual(expected);
  expect(findings).toEqual([]);
});

test('a hook of several sleeps is left to a person', async () => {
  const container = 'lifecycle: { preStop: { exec: { command: [sh, -c, "sleep 1; echo a; sleep 1"] } } }';
  const { text, left } = await fixed('prestop-covers-withdrawal', web({ container }));
  expect(text).toBe(web({ container }));
  expect(left).toEqual(['the hook does more than one plain sleep']);
});

test('the grace period holds as long as the server was told to take for its last requests', async () => {
  const server = 'command: [gunicorn, web.wsgi, --graceful-timeout=120]';
  const container = `${server}\n          lifecycle: { preStop: { sleep: { seconds: 40 } } }`;
  const text = web({ container, pod: 'terminationGracePeriodSeconds: 30' });
  expect((await fixed('prestop-fits-grace', text)).at('spec.template.spec.terminationGracePeriodSeconds')).toBe(170);
});

test('the grace period holds hook, drain and margin, and never falls', async () => {
  const container = 'lifecycle: { preStop: { sleep: { seconds: 40 } } }';
  const grace = 'spec.template.spec.terminationGracePeriodSeconds';
  const first = await fixed('prestop-fits-grace', web({ container, pod: 'terminationGracePeriodSeconds: 30 # old' }));
  expect(first.at(grace)).toBe(80);
  expect(first.text).toContain('terminationGracePeriodSeconds: 80 # old');
  const metadata = 'annotations: { cdk8s-lifecycle/drain-seconds: "100" }';
  expect((await fixed('drain-fits-grace', web({ container, metadata }))).at(grace)).toBe(150);
  expect((await fixed('grace-is-positive', web({ pod: 'terminationGracePeriodSeconds: 0' }))).at(grace)).toBe(60);
});

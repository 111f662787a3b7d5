import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { until } from '../../../support/until';
import { FakeApiServer } from './fake-api-server';

const ROOT = resolve(__dirname, '../../../..');

/** The live client is an ES module, which jest does not load: these run the command line as its users do. */
function live(
  server: FakeApiServer,
  ...words: readonly string[]
): Promise<{ out: string; err: string; code: number | null }> {
  const argv = [
    '--require',
    'ts-node/register',
    'lib/cli/main.ts',
    'diagnose',
    '--live',
    '--kubeconfig',
    server.kubeconfig,
    ...words,
  ];
  const child = spawn(process.execPath, argv, {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    err += String(data);
  });
  return new Promise((done) => child.on('close', (code) => done({ out, err, code })));
}

const owned = (kind: string, name: string) => [{ apiVersion: 'apps/v1', kind, name, uid: name, controller: true }];
const deployment = (status: unknown) => ({
  metadata: { name: 'cart', namespace: 'shop', uid: 'cart', generation: 2 },
  spec: { replicas: 1 },
  status,
});
const replicaSet = (name: string, revision: string, replicas: number) => ({
  metadata: {
    name,
    namespace: 'shop',
    uid: name,
    ownerReferences: owned('Deployment', 'cart'),
    annotations: { 'deployment.kubernetes.io/revision': revision },
  },
  spec: { replicas },
  status: { replicas, readyReplicas: 0 },
});
const pod = (name: string, replicaSetName: string, status: unknown) => ({
  metadata: { name, namespace: 'shop', uid: name, ownerReferences: owned('ReplicaSet', replicaSetName) },
  spec: { nodeName: 'node-1', containers: [{ name: 'web', image: 'cart:1' }] },
  status,
});
const waiting = (reason: string) => ({
  phase: 'Pending',
  containerStatuses: [{ name: 'web', ready: false, restartCount: 0, state: { waiting: { reason } } }],
});
const PROGRESSING = { observedGeneration: 2, replicas: 1, updatedReplicas: 1, unavailableReplicas: 1 };
const COMPLETE = { observedGeneration: 2, replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 };

let server: FakeApiServer;
afterEach(() => server?.stop());

test('reads the namespace of the context with nothing but GET, page by page, and never Secrets', async () => {
  const pods = Array.from({ length: 1201 }, (_unused, index) =>
    pod(`cart-1-${index}`, 'cart-1', waiting('InvalidImageName')),
  );
  server = await FakeApiServer.start({
    pods,
    replicasets: [replicaSet('cart-1', '1', 1)],
    deployments: [deployment(PROGRESSING)],
  });
  const { out, code } = await live(server, '-o', 'json');
  const { diagnoses } = JSON.parse(out);
  expect(diagnoses.map((entry: { class: string }) => entry.class)).toEqual(['InvalidImageName']);
  expect(diagnoses[0].owner).toMatchObject({ kind: 'Deployment', name: 'cart' });
  expect(diagnoses[0].affected.filter(({ kind }: { kind: string }) => kind === 'Pod')).toHaveLength(1201);
  expect(diagnoses[0].command).toContain(`kubectl --kubeconfig ${server.kubeconfig} -n shop `);
  expect(code).toBe(1);
  expect(server.requests.filter((request) => !request.startsWith('GET ') || request.includes('secrets'))).toEqual([]);
  expect(server.requests.filter((request) => request.includes('/api/v1/namespaces/shop/pods?'))).toHaveLength(3);
});

test('tells what it may not read, and goes on', async () => {
  server = await FakeApiServer.start({ pods: [pod('cart-1-a', 'cart-1', waiting('ErrImageNeverPull'))] }, ['events']);
  const { out, err } = await live(server);
  expect(out).toContain('ErrImageNeverPull');
  expect(err).toContain('events cannot be read, and are left out: events is forbidden');
});

test('cannot run where the pods may not be read', async () => {
  server = await FakeApiServer.start({}, ['pods']);
  const { err, code } = await live(server);
  expect(err).toBe('cdk8s-lifecycle: the pods cannot be read: pods is forbidden\n');
  expect(code).toBe(2);
});

test('looks at the workloads that are named alone', async () => {
  const other = {
    ...pod('other', 'other', waiting('InvalidImageName')),
    metadata: { name: 'other', namespace: 'shop', uid: 'other' },
  };
  server = await FakeApiServer.start({ pods: [other], deployments: [deployment(COMPLETE)] });
  expect(await live(server, 'deploy/cart')).toMatchObject({
    code: 0,
    out: expect.stringContaining('DeploymentHealthy'),
  });
  expect(await live(server, 'deploy/nothing')).toMatchObject({
    code: 2,
    err: expect.stringContaining('there is no Deployment "nothing"'),
  });
});

test('--watch ends at once with the reason where the new pods can never start', async () => {
  server = await FakeApiServer.start({
    deployments: [deployment(PROGRESSING)],
    replicasets: [replicaSet('cart-1', '1', 1), replicaSet('cart-2', '2', 1)],
    pods: [pod('cart-2-a', 'cart-2', waiting('InvalidImageName'))],
  });
  const { out, err, code } = await live(server, '--watch', 'deploy/cart');
  expect(out).toContain('InvalidImageName');
  expect(err).toContain('the rollout cannot succeed: see above');
  expect(code).toBe(1);
});

test('--watch goes on while only old pods fail, and ends when the rollout is complete', async () => {
  server = await FakeApiServer.start({
    deployments: [deployment(PROGRESSING)],
    replicasets: [replicaSet('cart-1', '1', 1), replicaSet('cart-2', '2', 1)],
    pods: [
      pod('cart-1-a', 'cart-1', waiting('InvalidImageName')),
      pod('cart-2-a', 'cart-2', waiting('ContainerCreating')),
    ],
  });
  const running = live(server, '--watch', 'deploy/cart');
  await until({ what: 'the second look at the cluster', seconds: 100 }, () => server.requests.length > 15);
  const ready = {
    phase: 'Running',
    containerStatuses: [{ name: 'web', ready: true, restartCount: 0, state: { running: {} } }],
  };
  const settled = { ...replicaSet('cart-2', '2', 1), status: { replicas: 1, readyReplicas: 1 } };
  server.objects = {
    deployments: [deployment(COMPLETE)],
    replicasets: [replicaSet('cart-1', '1', 0), settled],
    pods: [pod('cart-2-a', 'cart-2', ready)],
  };
  const { err, code } = await running;
  expect(err).toMatch(/^\d+ s {2}Deployment shop\/cart: /);
  expect(err).toContain('the rollout is complete');
  expect(code).toBe(0);
});

test('--watch gives up after --timeout with exit code 3', async () => {
  server = await FakeApiServer.start({ deployments: [deployment(PROGRESSING)] });
  const { err, code } = await live(server, '--watch', '--timeout', '1s', 'deploy/cart');
  expect(err).toContain('the rollout is not complete after 1 s');
  expect(code).toBe(3);
});

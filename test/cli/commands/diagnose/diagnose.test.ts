import { runCaptured, useFolder } from '../../captured';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: cart-6f7c9-abcde
  namespace: shop
  labels: { pod-template-hash: 6f7c9 }
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: cart-6f7c9, uid: rs, controller: true }]
spec:
  nodeName: node-1
  containers: [{ name: web, image: cart:1.4.2, resources: { limits: { memory: 128Mi } } }]
status:
  phase: Running
  containerStatuses:
    - name: web
      ready: false
      restartCount: 3
      state: { waiting: { reason: CrashLoopBackOff } }
      lastState: { terminated: { reason: OOMKilled, exitCode: 137 } }
`;
const OWNERS = `---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: cart-6f7c9
  namespace: shop
  uid: rs
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: cart, uid: d, controller: true }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  uid: d
  annotations: { cdk8s-lifecycle/construct: shop/cart }
status:
  conditions: [{ type: Available, status: 'False' }, { type: Progressing, status: 'False', reason: ProgressDeadlineExceeded }]
`;
const READY = POD.replace(/ready: false[\s\S]*/, 'ready: true\n      restartCount: 0\n      state: { running: {} }\n');

const write = useFolder();

test('a failing pod gives its class, the next command and exit code 1', async () => {
  write({ 'pod.yaml': POD });
  const { out, code } = await runCaptured('diagnose', 'pod.yaml');
  expect(out).toMatch(/^error {3}OOMKilled {2}Pod shop\/cart-6f7c9-abcde \(Deployment shop\/cart\) {2}container web\n/);
  expect(out).toContain('kubectl -n shop logs cart-6f7c9-abcde -c web --previous\n');
  expect(out).toContain('spec.template.spec.containers[name=web].resources.limits.memory of Deployment shop/cart');
  expect(code).toBe(1);
});

test('a pod that is well gives exit code 0', async () => {
  write({ 'pod.yaml': READY });
  const { out, code } = await runCaptured('diagnose', 'pod.yaml');
  expect(out).toMatch(/^ok {6}Healthy/);
  expect(code).toBe(0);
});

test('JSON has the documented keys, with null for what is absent', async () => {
  write({ 'pod.yaml': POD });
  const { out } = await runCaptured('diagnose', '-o', 'json', 'pod.yaml');
  const [entry] = JSON.parse(out).diagnoses;
  expect(entry).toMatchObject({
    class: 'OOMKilled',
    severity: 'error',
    object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart-6f7c9-abcde' },
    container: 'web',
    command: 'kubectl -n shop logs cart-6f7c9-abcde -c web --previous',
    field: 'spec.containers[name=web].resources.limits.memory',
    preventedBy: 'heap-fits-memory',
    construct: null,
    source: null,
    affected: [{ name: 'cart-6f7c9-abcde' }],
  });
});

test('the line of the construct comes from the map beside the output, and the prop from the field', async () => {
  const constructs = JSON.stringify({ version: 1, constructs: { 'shop/cart': { file: 'apps/shop.ts', line: 42 } } });
  write({ 'pods.yaml': `${POD}${OWNERS}`, 'dist/manifests.constructs.json': constructs });
  const { out } = await runCaptured('diagnose', 'pods.yaml');
  expect(out).toContain('code     apps/shop.ts:42 (shop/cart): resources.memory\n');
  expect(out).toContain('explains Deployment shop/cart is DeploymentProgressDeadlineExceeded\n');
});

test('the map is found beside the output that cdk8s.yaml names', async () => {
  const constructs = JSON.stringify({ version: 1, constructs: { 'shop/cart': { file: 'src/main.ts', line: 7 } } });
  write({ 'pods.yaml': `${POD}${OWNERS}`, 'cdk8s.yaml': 'output: out/\n', 'out.constructs.json': constructs });
  expect((await runCaptured('diagnose', 'pods.yaml')).out).toContain('src/main.ts:7 (shop/cart): resources.memory');
});

test('without a map, a hint tells how it is made, and none where no construct made the object', async () => {
  write({ 'pods.yaml': `${POD}${OWNERS}`, 'pod.yaml': POD });
  expect((await runCaptured('diagnose', 'pods.yaml')).err).toBe(
    "hint: the construct's line of code is not known: run CDK8S_LIFECYCLE_CONSTRUCTS=dist/manifests.constructs.json cdk8s synth, which writes where each construct stands\n",
  );
  expect((await runCaptured('diagnose', 'pod.yaml')).err).toBe('');
});

test('a map that was named and is none is told', async () => {
  write({ 'pod.yaml': POD, 'map.json': '{"version": 2}' });
  const { err, code } = await runCaptured('diagnose', '--constructs', 'map.json', 'pod.yaml');
  expect(err).toContain('map.json is not a map of constructs: its version is 2, and 1 is read here');
  expect(code).toBe(2);
});

test('--now sets the clock', async () => {
  const leaving = POD.replace(
    '  namespace: shop\n',
    "  namespace: shop\n  deletionTimestamp: '2026-09-01T10:00:00Z'\n",
  );
  write({ 'pod.yaml': leaving });
  const before = await runCaptured('diagnose', '--now', '2026-09-01T09:59:50Z', 'pod.yaml');
  expect(before.out).toContain('Terminating  Pod');
  expect(before.out).toContain('has 10 s left to end');
  const after = await runCaptured('diagnose', '--now', '2026-09-01T10:45:00Z', 'pod.yaml');
  expect(after.out).toContain('TerminatingStuck');
  expect(after.out).toContain('45 min ago');
  expect((await runCaptured('diagnose', '--now', 'yesterday', 'pod.yaml')).err).toContain(
    "--now 'yesterday' is not a timestamp",
  );
});

test('Windows line ends, a List of lists and a bare JSON array are read', async () => {
  const list = JSON.stringify({
    kind: 'List',
    apiVersion: 'v1',
    items: [
      {
        kind: 'List',
        apiVersion: 'v1',
        items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, status: { phase: 'Unknown' } }],
      },
    ],
  });
  write({ 'crlf.yaml': POD.replaceAll('\n', '\r\n'), 'lists.json': list, 'array.json': `[${list}]` });
  for (const [file, name] of [
    ['crlf.yaml', 'OOMKilled'],
    ['lists.json', 'Unknown'],
    ['array.json', 'Unknown'],
  ] as const) {
    const { out } = await runCaptured('diagnose', '-o', 'json', file);
    expect(JSON.parse(out).diagnoses.map((entry: { class: string }) => entry.class)).toEqual([name]);
  }
});

test('a file that ends in the middle of its JSON is a clear error', async () => {
  write({ 'cut.json': JSON.stringify({ kind: 'List', items: [{ kind: 'Pod' }] }).slice(0, -5) });
  const { err, code } = await runCaptured('diagnose', 'cut.json');
  expect(err).toMatch(/^cdk8s-lifecycle: cut\.json:1:\d+: /);
  expect(err).not.toContain('defect');
  expect(code).toBe(2);
});

test('what can be read is told where another file cannot, with exit code 2', async () => {
  write({ 'pod.yaml': POD });
  const { out, err, code } = await runCaptured('diagnose', 'pod.yaml', 'missing.yaml');
  expect(out).toContain('OOMKilled');
  expect(err).toContain('missing.yaml: there is no such file or folder');
  expect(code).toBe(2);
});

test('events alone are told to lack their objects', async () => {
  write({
    'events.json': JSON.stringify([{ apiVersion: 'v1', kind: 'Event', involvedObject: { kind: 'Pod', name: 'a' } }]),
  });
  const { out, code } = await runCaptured('diagnose', 'events.json');
  expect(out).toBe('1 object read (1 event), none with a state to diagnose: pass the pods and their owners as well\n');
  expect(code).toBe(0);
});

test('options of the live mode do not go with files', async () => {
  const { err, code } = await runCaptured('diagnose', '-n', 'shop', 'pod.yaml');
  expect(err).toBe('cdk8s-lifecycle: --namespace goes with --live: files have no cluster\n');
  expect(code).toBe(2);
});

test('--fail-on warning and never move the exit code', async () => {
  write({ 'pod.yaml': READY.replace('restartCount: 0', 'restartCount: 9') });
  expect((await runCaptured('diagnose', 'pod.yaml')).code).toBe(0);
  expect((await runCaptured('diagnose', '--fail-on', 'warning', 'pod.yaml')).code).toBe(1);
  write({ 'pod.yaml': POD });
  expect((await runCaptured('diagnose', '--fail-on', 'never', 'pod.yaml')).code).toBe(0);
});

import { readdirSync, readFileSync } from 'node:fs';
import { runCaptured, useFolder } from '../../captured';

const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  annotations: { cdk8s-lifecycle/construct: shop/cart, cdk8s-lifecycle/drain-seconds: '30' }
spec:
  replicas: 4
  selector: { matchLabels: { app.kubernetes.io/name: cart } }
  template:
    metadata: { labels: { app.kubernetes.io/name: cart } }
    spec:
      terminationGracePeriodSeconds: 60
      initContainers: [{ name: migrate, image: 'cart:1.4.2' }]
      containers:
        - name: web
          image: cart:1.4.2
          ports: [{ name: http, containerPort: 8080 }]
          envFrom: [{ secretRef: { name: db } }, { configMapRef: { name: flags, optional: true } }]
          resources: { requests: { cpu: 250m }, limits: { memory: 256Mi } }
          lifecycle: { preStop: { exec: { command: [sh, -c, sleep 10] } } }
          livenessProbe: { httpGet: { path: /healthz, port: http }, periodSeconds: 10, failureThreshold: 3 }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app.kubernetes.io/name: cart }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: front, namespace: shop }
spec: { defaultBackend: { service: { name: cart, port: { number: 80 } } } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: reindex, namespace: shop }
spec: { backoffLimit: 2, template: { spec: { restartPolicy: Never, containers: [{ name: main, image: 'reindex:1' }] } } }
`;

const write = useFolder();
const sectionOf = (page: string, title: string) => page.split(/^#+ /m).find((part) => part.startsWith(title));

test('an app gets its objects, the construct that made it, its numbers and its probes', async () => {
  write({ 'shop.yaml': SHOP });
  const { out, code } = await runCaptured('runbook', 'shop.yaml');
  expect(out).toMatch(/^# Runbook: shop\/cart\n/m);
  for (const row of ['| Deployment | `cart` | `shop/cart` |', '| Service | `cart` |  |', '| Ingress | `front` |  |'])
    expect(out).toContain(row);
  expect(out).toContain('| a rollout | at most 1 pod above the replicas, and at most 1 pod missing |');
  expect(out).toContain(
    '60 s in total: 10 s in preStop, then SIGTERM, and SIGKILL 50 s later; the longest request takes 30 s',
  );
  expect(out).toContain('killed 20 s after the start at the earliest, and at most 31 s after it breaks');
  expect(code).toBe(0);
});

test('the commands have real names, and a memory limit, a Secret and an init container their own failures', async () => {
  write({ 'shop.yaml': SHOP });
  const { out } = await runCaptured('runbook', 'shop.yaml');
  expect(sectionOf(out, 'OOMKilled')).toContain('kubectl -n shop top pod -l app.kubernetes.io/name=cart --containers');
  expect(sectionOf(out, 'CreateContainerConfigError')).toContain('kubectl -n shop get secret/db\n');
  expect(sectionOf(out, 'Init:CrashLoopBackOff')).toContain('-c migrate --prefix --tail=200 --previous');
  expect(sectionOf(out, 'JobBackoffLimitExceeded')).toContain('gives up after 3 failed tries');
  expect(out).toContain('npx cdk8s-lifecycle diagnose --live -n shop --watch deployment/cart');
  expect(out).not.toContain('flags');
});

test('only what goes back writes to the cluster', async () => {
  write({ 'shop.yaml': SHOP });
  const { out } = await runCaptured('runbook', 'shop.yaml');
  const [before = ''] = out.split('### Going back');
  const verbs = [...before.matchAll(/^kubectl(?: -n \S+)? (\S+)/gm)].map((match) => match[1]);
  expect([...new Set(verbs)].sort()).toEqual(['describe', 'get', 'logs', 'rollout', 'top']);
  expect(before).not.toMatch(/^kubectl.* (undo|restart|delete|apply|patch|scale)/m);
});

test('--out writes a file for each app, inside of the folder', async () => {
  write({
    'shop.yaml': SHOP,
    'evil.yaml': SHOP.replaceAll('name: cart\n', "name: '../../evil'\n").replaceAll(': cart }', ": '../../evil' }"),
  });
  await runCaptured('runbook', '--out', 'pages', 'shop.yaml', 'evil.yaml');
  expect(readdirSync('pages').sort()).toEqual(['index.md', 'shop-cart.md', 'shop-evil.md', 'shop-reindex.md']);
  expect(readFileSync('pages/shop-reindex.md', 'utf8')).toMatch(/^# Runbook: shop\/reindex\n/m);
  expect(readFileSync('pages/index.md', 'utf8')).toBe(
    '# Runbooks\n\n- [shop/cart](shop-cart.md)\n- [shop/reindex](shop-reindex.md)\n- [shop/../../evil](shop-evil.md)\n',
  );
});

test('what stands in a manifest cannot leave its cell, its fence or its word', async () => {
  const image = 'a`b|c```\n# Heading\n<script>';
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'x"; rm -rf ~ #', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: '$(id)' } },
      template: { metadata: { labels: { app: '$(id)' } }, spec: { containers: [{ name: 'web', image }] } },
    },
  };
  write({ 'hostile.json': JSON.stringify(manifest) });
  const { out } = await runCaptured('runbook', 'hostile.json');
  expect(out).not.toMatch(/^# Heading|^<script>/m);
  expect(out).toContain("-l 'app=$(id)'");
  expect(out).toContain(`'deployment/x"; rm -rf ~ #'`);
  const fences = out.split('\n').filter((line) => /^`{3,}/.test(line));
  expect(fences.length % 2).toBe(0);
});

test('input without a workload is told', async () => {
  write({ 'empty.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' });
  const { err, code } = await runCaptured('runbook', 'empty.yaml');
  expect(err).toBe('cdk8s-lifecycle: there is no workload in what was read: nothing to write a runbook for\n');
  expect(code).toBe(2);
});

import { readdirSync, readFileSync } from 'node:fs';
import { CONTACT_FIELDS } from '../../../../lib/cli/commands/runbook/contacts';
import { runCaptured, useFolder } from '../../captured';

const LABELS = { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/component': 'service' };

interface Shape {
  readonly annotations?: Record<string, string>;
  readonly image?: string;
}

const deployment = ({ annotations = {}, image = 'cart:1' }: Shape = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop', labels: LABELS, annotations },
  spec: {
    selector: { matchLabels: LABELS },
    template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'web', image }] } },
  },
});

const companion = { ...LABELS, 'app.kubernetes.io/managed-by': 'cdk8s-lifecycle' };

const service = (metadata: object = {}, port = 80) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop', ...metadata },
  spec: { selector: LABELS, ports: [{ port, targetPort: 8080 }] },
});

const budget = (labels: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'cart', namespace: 'shop', labels },
  spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
});

const namespace = (annotations: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', annotations },
});

const list = (...items: readonly object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
const write = useFolder();
const runbook = (...argv: readonly string[]) => runCaptured('runbook', '--no-config', ...argv);

/** Anchors of a document, and the links into it. */
function linksOf(page: string) {
  const anchors = [...page.matchAll(/^<a id="([^"]+)"><\/a>$/gm)].map(([, name]) => name as string);
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, name]) => name as string);
  return { anchors, links };
}

test('an index stands at the top, and every line of it leads to one section', async () => {
  write({ 'app.json': list(deployment(), service()) });
  const { out } = await runbook('app.json');
  const { anchors, links } = linksOf(out);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(links).toEqual(anchors.slice(1));
  expect(out.indexOf('## Index')).toBeLessThan(out.indexOf('## Owner and contact'));
  const headings = [...out.matchAll(/^#{2,4} (.+)$/gm)].map(([, title]) => title).filter((title) => title !== 'Index');
  const indexed = [...out.matchAll(/^ *- \[([^\]]+)\]\(#/gm)].map(([, title]) => title);
  expect(indexed).toEqual(headings);
  expect(indexed).toEqual(expect.arrayContaining(['Service, endpoints and Ingress', 'CrashLoopBackOff', 'Going back']));
});

test('several apps in one document have an index of their own, and no anchor twice', async () => {
  const other = JSON.parse(list(deployment(), service()).replaceAll('cart', 'shipping')).items;
  write({ 'app.json': list(deployment(), service(), ...other) });
  const { out } = await runbook('app.json');
  expect(out).toMatch(/^# Runbooks\n\n- \[shop\/cart\]\(#shop-cart\)\n- \[shop\/shipping\]\(#shop-shipping\)\n/);
  const { anchors, links } = linksOf(out);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect([...links].sort()).toEqual([...anchors].sort());
});

test('each folder is a set by itself, as it is for lint and simulate', async () => {
  write({
    'dev/app.json': list(deployment({ image: 'cart:dev' }), service({}, 81)),
    'prod/app.json': list(deployment({ image: 'cart:prod' }), service({ name: 'shop-cart' }, 80)),
  });
  const { out } = await runbook('dev/', 'prod');
  const [dev = '', prod = ''] = out.split('# Runbook: shop/cart ').slice(1);
  expect(dev).toMatch(/^\(dev\)\n/);
  expect(prod).toMatch(/^\(prod\)\n/);
  expect([dev, prod].map((page) => page.match(/^\| Service \| `.*$/gm))).toEqual([
    ['| Service | `cart` |  |  |'],
    ['| Service | `shop-cart` |  |  |'],
  ]);
  expect(dev).toContain('`cart:dev`');
  expect(dev).not.toContain('`cart:prod`');
  await runbook('--out', 'pages', 'dev/', 'prod');
  expect(readdirSync('pages').sort()).toEqual(['dev-shop-cart.md', 'index.md', 'prod-shop-cart.md']);
  expect(readFileSync('pages/index.md', 'utf8')).toContain('- [shop/cart (prod)](prod-shop-cart.md)\n');
});

test('an app that is called index does not take the place of the index', async () => {
  write({ 'app.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: index }\nspec: { containers: [{ name: a }] }\n' });
  await runbook('--out', 'pages', 'app.yaml');
  expect(readdirSync('pages').sort()).toEqual(['index-2.md', 'index.md']);
  expect(readFileSync('pages/index.md', 'utf8')).toBe('# Runbooks\n\n- [index](index-2.md)\n');
});

test('files that are named one by one are one set', async () => {
  write({ 'a.json': list(deployment()), 'b.json': list(service()) });
  const { out } = await runbook('a.json', 'b.json');
  expect(out).toContain('# Runbook: shop/cart\n');
  expect(out).toContain('| Service | `cart` |');
});

test('Service and budget name the construct that made them, and its line, as the workload does', async () => {
  write({
    'dist/app.json': list(
      deployment({ annotations: { 'cdk8s-lifecycle/construct': 'shop/cart' } }),
      service({ labels: companion }),
      budget(companion),
    ),
    'dist.constructs.json': JSON.stringify({ version: 1, constructs: { 'shop/cart': { file: 'shop.ts', line: 19 } } }),
  });
  const { out } = await runbook('dist');
  for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget'])
    expect(out).toContain(`| ${kind} | \`cart\` | \`shop/cart\` | \`shop.ts:19\` |\n`);
});

test('objects that no construct of ours made name none', async () => {
  const foreign = { ...companion, 'app.kubernetes.io/managed-by': 'Helm' };
  write({
    'app.json': list(
      deployment({ annotations: { 'cdk8s-lifecycle/construct': 'shop/cart' } }),
      service({ labels: foreign }),
      budget({}),
    ),
  });
  const { out } = await runbook('app.json');
  expect(out).toContain('| Deployment | `cart` | `shop/cart` |  |\n');
  for (const kind of ['Service', 'PodDisruptionBudget']) expect(out).toContain(`| ${kind} | \`cart\` |  |  |\n`);
});

describe('owner and contact', () => {
  test('our own names come before those of others, the workload before Service and Namespace', async () => {
    write({
      'app.json': list(
        deployment({ annotations: { 'cdk8s-lifecycle/owner': 'team-cart', 'a8r.io/owner': 'nobody' } }),
        service({ annotations: { 'a8r.io/owner': '@sally', 'a8r.io/chat': '#cart_ops' } }),
        namespace({ 'a8r.io/chat': '#shop', 'a8r.io/incidents': 'https://example.com/incidents?app=cart' }),
      ),
    });
    const { out } = await runbook('app.json');
    expect(out).toContain('| owner | team-cart |\n| contact | \\#cart\\_ops |\n');
    expect(out).toContain('| incidents | <https://example.com/incidents?app=cart> |\n');
    expect(out).not.toMatch(/nobody|sally|\\#shop/);
  });

  test.each(CONTACT_FIELDS.flatMap(({ label, annotations }) => annotations.map((name) => [name, label])))(
    '%s says the %s',
    async (name, label) => {
      write({ 'app.json': list(deployment({ annotations: { [name]: 'said' } })) });
      expect((await runbook('app.json')).out).toContain(`| ${label} | said |\n`);
    },
  );

  test('where nothing names them, the page says which annotations to write', async () => {
    write({ 'app.json': list(deployment()) });
    expect((await runbook('app.json')).out).toContain(
      'No owner is named: annotate the workload with `cdk8s-lifecycle/owner` and `cdk8s-lifecycle/contact`.',
    );
  });

  test('a value cannot leave its cell', async () => {
    const evil = 'x | [a](javascript:alert(1)) <script>\n# Heading';
    write({
      'app.json': list(
        deployment({ annotations: { 'cdk8s-lifecycle/owner': evil, 'a8r.io/bugs': 'https://a>|b<script>' } }),
      ),
    });
    const { out } = await runbook('app.json');
    expect(out).not.toMatch(/^# Heading|[^\\]<script>|[^\\]\]\(javascript/m);
  });
});

import { readFileSync } from 'node:fs';
import { runCaptured, useFolder } from './captured';

const write = useFolder();

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`;

interface Printed {
  readonly findings: ReadonlyArray<Record<string, unknown>>;
  readonly summary: Record<string, number>;
}

async function lintJson(...argv: string[]): Promise<Printed & { readonly code: number; readonly err: string }> {
  const { out, code, err } = await runCaptured('lint', '-o', 'json', '--rules', 'prestop-exists', ...argv);
  return { ...(JSON.parse(out) as Printed), code, err };
}

test('a finding has its place, its object and its path; what is absent is null', async () => {
  write({ 'web.yaml': `# a comment\n---\n${WEB}` });
  const { findings, summary, code } = await lintJson('web.yaml');
  expect(findings).toEqual([
    {
      rule: 'prestop-exists',
      severity: 'warning',
      message: expect.stringContaining('container "web"'),
      fix: expect.any(String),
      see: expect.any(Array),
      object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' },
      path: 'spec.template.spec.containers[0]',
      container: 'web',
      file: 'web.yaml',
      line: 14,
      column: 11,
      construct: null,
      source: null,
      acknowledged: null,
    },
  ]);
  expect(summary).toEqual({
    files: 1,
    objects: 1,
    error: 0,
    warning: 1,
    info: 0,
    acknowledged: 0,
    notChecked: 0,
    baseline: 0,
  });
  expect(code).toBe(0);
});

test('--fail-on decides from which severity on the exit code is 1', async () => {
  write({ 'web.yaml': WEB });
  expect((await lintJson('--fail-on', 'warning', 'web.yaml')).code).toBe(1);
  expect((await lintJson('--fail-on', 'error', 'web.yaml')).code).toBe(0);
});

test('a file that does not parse is named with its line and gives exit code 2, unless told otherwise', async () => {
  write({ 'k8s/web.yaml': WEB, 'k8s/broken.yaml': 'kind: A\n  b: 1\n' });
  const strict = await lintJson('k8s');
  expect(strict.code).toBe(2);
  expect(strict.err).toBe('k8s/broken.yaml:2:4: is not YAML: bad indentation of a mapping entry\n');
  expect(strict.findings).toHaveLength(1);
  const lenient = await lintJson('--ignore-unparsable', 'k8s');
  expect(lenient.code).toBe(0);
  expect(lenient.err).toBe(strict.err);
});

test('a duplicate key is a finding, since the API server refuses it', async () => {
  write({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: "1"\n  x: "2"\n' });
  const { out, code } = await runCaptured('lint', '-o', 'json', 'a.yaml');
  const { findings } = JSON.parse(out) as Printed;
  expect(findings).toEqual([expect.objectContaining({ rule: 'admitted', severity: 'error', line: 7, column: 3 })]);
  expect(code).toBe(1);
});

test('an unknown rule, version and format tell what was meant', async () => {
  write({ 'web.yaml': WEB });
  const { err, code } = await runCaptured('lint', '--rules', 'prestop-exist', 'web.yaml');
  expect(err).toBe('cdk8s-lifecycle: unknown rule "prestop-exist"; did you mean "prestop-exists"?\n');
  expect(code).toBe(2);
  expect((await runCaptured('lint', '--kubernetes-version', '1.12', 'web.yaml')).err).toContain('1.28 to 1.37');
  expect((await runCaptured('lint', '-o', 'xml', 'web.yaml')).code).toBe(2);
});

test('text is grouped by object, with place, mend and a summary', async () => {
  write({ 'web.yaml': WEB });
  const { out } = await runCaptured('lint', '--rules', 'prestop-exists', 'web.yaml');
  expect(out).toMatch(
    /^Deployment shop\/web\n {2}web\.yaml:12:11 {2}warning {2}container "web" .+ {2}prestop-exists\n {6}Add .+\n\n0 errors, 1 warning, 0 info in 1 object of 1 file\n$/,
  );
});

test.each([
  [
    'beside the item',
    WEB.replace('- name: web\n', '- name: web # cdk8s-lifecycle-ignore prestop-exists: batch only\n'),
  ],
  [
    'above the item',
    WEB.replace(
      '        - name: web\n',
      '        # cdk8s-lifecycle-ignore prestop-exists: batch only\n        - name: web\n',
    ),
  ],
  [
    'above what holds it',
    WEB.replace(
      '      containers:\n',
      '      # cdk8s-lifecycle-ignore prestop-exists: batch only\n\n      # more\n      containers:\n',
    ),
  ],
  ['above the object', `# cdk8s-lifecycle-ignore prestop-exists: batch only\n${WEB}`],
])('a comment %s accepts a finding with its reason', async (_, text) => {
  write({ 'web.yaml': text });
  const { findings, summary } = await lintJson('web.yaml');
  expect(findings).toEqual([expect.objectContaining({ rule: 'prestop-exists', acknowledged: 'batch only' })]);
  expect(summary).toMatchObject({ warning: 0, acknowledged: 1 });
});

test('a comment that accepts nothing is told, and so is one without a reason', async () => {
  write({
    'web.yaml': WEB.replace(
      'image:',
      '# cdk8s-lifecycle-ignore prestop-exists: here it fits not\n          image:',
    ).replace('- name: web', '- name: web # cdk8s-lifecycle-ignore prestop-exists'),
  });
  const { out } = await runCaptured(
    'lint',
    '-o',
    'json',
    '--rules',
    'prestop-exists,acknowledgement-is-valid',
    'web.yaml',
  );
  const { findings } = JSON.parse(out) as Printed;
  const told = findings.filter(({ rule }) => rule === 'acknowledgement-is-valid');
  expect(told.map(({ line, message }) => [line, message])).toEqual([
    [12, 'the acknowledgement of "prestop-exists" gives no reason, so it is not applied'],
    [14, 'the acknowledgement of "prestop-exists" matches no finding'],
  ]);
});

test('a mark inside a text is no comment', async () => {
  write({ 'web.yaml': `${WEB}---\nkind: A\ndata:\n  a: |\n    # cdk8s-lifecycle-ignore prestop-exists: no\n` });
  const { findings } = await lintJson('web.yaml');
  expect(findings).toEqual([expect.objectContaining({ acknowledged: null })]);
});

test('acknowledged findings are printed on request', async () => {
  write({ 'web.yaml': `# cdk8s-lifecycle-ignore prestop-exists: batch only\n${WEB}` });
  const silent = await runCaptured('lint', '--rules', 'prestop-exists', 'web.yaml');
  expect(silent.out).toBe('0 errors, 0 warnings, 0 info in 1 object of 1 file; 1 acknowledged\n');
  const told = await runCaptured('lint', '--show-acknowledged', '--rules', 'prestop-exists', 'web.yaml');
  expect(told.out).toContain('acknowledged: batch only');
});

test('a baseline leaves what is new, though lines and containers have moved', async () => {
  write({ 'web.yaml': WEB });
  const written = await runCaptured('lint', '--rules', 'prestop-exists', '--write-baseline', 'base.json', 'web.yaml');
  expect(written.err).toBe('wrote 1 finding to base.json\n');
  expect(JSON.parse(readFileSync('base.json', 'utf8'))).toEqual({
    version: 1,
    findings: [
      { rule: 'prestop-exists', object: 'Deployment shop/web', path: 'spec.template.spec.containers[web]', count: 1 },
    ],
  });
  const sidecar = '      containers:\n        - { name: helper, image: "a:1.0.0" }\n';
  write({
    'web.yaml': `# moved\n\n${WEB.replace('      containers:\n', sidecar)}---\n${WEB.replaceAll('web', 'new')}`,
  });
  const { findings, summary } = await lintJson('--baseline', 'base.json', 'web.yaml');
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('"new"')]);
  expect(summary).toMatchObject({ warning: 1, baseline: 1 });
});

test('a baseline that is not there or is none says how to write one', async () => {
  write({ 'web.yaml': WEB, 'bad.json': '[]' });
  expect((await runCaptured('lint', '--baseline', 'gone.json', 'web.yaml')).err).toBe(
    'cdk8s-lifecycle: baseline gone.json does not exist: write it with --write-baseline gone.json\n',
  );
  expect((await runCaptured('lint', '--baseline', 'bad.json', 'web.yaml')).code).toBe(2);
});

test('a folder is a set of its own: the Service of another folder makes nothing served', async () => {
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }\n';
  const other = service.replaceAll('web', 'other');
  write({ 'a/web.yaml': WEB, 'a/other.yaml': other, 'b/service.yaml': service });
  expect((await lintJson('a', 'b')).findings).toEqual([]);
  expect((await lintJson('a/web.yaml', 'a/other.yaml', 'b/service.yaml')).findings).toHaveLength(1);
  expect((await lintJson('.')).findings).toHaveLength(1);
});

test('--against tells what cannot be changed in the object that is replaced', async () => {
  write({
    'old/web.yaml': WEB,
    'new/web.yaml': WEB.replace('{ matchLabels: { app: web } }', '{ matchLabels: { tier: web } }').replace(
      'labels: { app: web }',
      'labels: { app: web, tier: web }',
    ),
  });
  const { out, code } = await runCaptured(
    'lint',
    '-o',
    'json',
    '--rules',
    'update-is-admitted',
    '--against',
    'old',
    'new',
  );
  const { findings } = JSON.parse(out) as Printed;
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'update-is-admitted', severity: 'error', path: 'spec.selector', line: 7 }),
  ]);
  expect(code).toBe(1);
  expect((await runCaptured('lint', '--rules', 'update-is-admitted', '--against', 'old', 'old')).code).toBe(0);
  expect((await runCaptured('lint', '--against', 'gone', 'new')).err).toBe(
    'cdk8s-lifecycle: gone: there is no such file or folder\n',
  );
});

test('a construct is told with the line of code that made it, where synth has written the map', async () => {
  const made = WEB.replace(
    'namespace: shop',
    'namespace: shop\n  annotations: { cdk8s-lifecycle/construct: shop/web }',
  );
  const map = { version: 1, constructs: { 'shop/web': { file: 'src/shop.ts', line: 12 } } };
  write({ 'out/web.yaml': made, 'out.constructs.json': JSON.stringify(map) });
  expect((await lintJson('out/')).findings).toEqual([
    expect.objectContaining({ construct: 'shop/web', source: 'src/shop.ts:12' }),
  ]);
  const { out } = await runCaptured('lint', '--rules', 'prestop-exists', 'out');
  expect(out).toContain('Deployment shop/web (construct shop/web, src/shop.ts:12)\n');
});

import { runCaptured, useFolder } from '../../captured';
import { lintJson, WEB } from './lint-json';

const write = useFolder();

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
    passedOver: 0,
    notShown: 0,
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

test('an unknown rule, version and format tell what was meant', async () => {
  write({ 'web.yaml': WEB });
  const { err, code } = await runCaptured('lint', '--rules', 'prestop-exist', 'web.yaml');
  expect(err).toBe('cdk8s-lifecycle: unknown rule "prestop-exist"; did you mean "prestop-exists"?\n');
  expect(code).toBe(2);
  expect((await runCaptured('lint', '--kubernetes-version', '1.12', 'web.yaml')).err).toContain('1.28 to 1.37');
  expect((await runCaptured('lint', '-o', 'xml', 'web.yaml')).code).toBe(2);
});

test('text is grouped by object, with place, fix and a summary', async () => {
  write({ 'web.yaml': WEB });
  const { out } = await runCaptured('lint', '--rules', 'prestop-exists', 'web.yaml');
  expect(out).toMatch(
    /^Deployment shop\/web\n {2}web\.yaml:12:11 {2}warning {2}container "web" .+ {2}prestop-exists\n {6}Add .+\n\n0 errors, 1 warning, 0 info in 1 object of 1 file\n$/,
  );
});

test('acknowledged findings are printed on request', async () => {
  write({ 'web.yaml': `# cdk8s-lifecycle-acknowledge prestop-exists: batch only\n${WEB}` });
  const silent = await runCaptured('lint', '--rules', 'prestop-exists', 'web.yaml');
  expect(silent.out).toBe('0 errors, 0 warnings, 0 info in 1 object of 1 file; 1 acknowledged\n');
  const told = await runCaptured('lint', '--show-acknowledged', '--rules', 'prestop-exists', 'web.yaml');
  expect(told.out).toContain('acknowledged: batch only');
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

import { runCaptured, useFolder } from '../captured';

const write = useFolder();

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example.com/web:1.4.2", ports: [{ containerPort: 8080 }] }]
`;

const CONFIG = '.cdk8s-lifecycle.yaml';

async function levels(...argv: string[]) {
  const { out } = await runCaptured('lint', '-o', 'json', '--rules', 'prestop-exists,image-is-pinned', ...argv);
  const { findings } = JSON.parse(out) as { findings: Array<Record<string, unknown>> };
  return findings.map(({ rule, severity, file, acknowledged }) => [rule, severity, file, acknowledged]);
}

test('severity per rule, and another one for some files', async () => {
  write({
    'k8s/prod/web.yaml': WEB,
    'k8s/dev/web.yaml': WEB,
    'k8s/test/web.yaml': WEB,
    [CONFIG]: `
severity: { prestop-exists: error }
overrides:
  - paths: ["k8s/dev/**"]
    severity: { prestop-exists: off }
  - paths: ["**/test/*.yaml"]
    severity: { prestop-exists: info }
`,
  });
  expect(await levels('k8s/prod', 'k8s/dev', 'k8s/test')).toEqual([
    ['prestop-exists', 'error', 'k8s/prod/web.yaml', null],
    ['prestop-exists', 'info', 'k8s/test/web.yaml', null],
  ]);
});

test('a pattern accepts findings of a rule by file and object, and one that fits none is told', async () => {
  write({
    'vendor/web.yaml': WEB,
    'own/web.yaml': WEB.replaceAll('web', 'api'),
    [CONFIG]: `
acknowledge:
  - rule: prestop-exists
    paths: ["vendor/**"]
    objects: ["Deployment shop/*"]
    reason: the chart of a third party
  - rule: prestop-exists
    objects: ["StatefulSet */*"]
    reason: gone
`,
  });
  expect(await levels('vendor', 'own')).toEqual([
    ['prestop-exists', 'warning', 'vendor/web.yaml', 'the chart of a third party'],
    ['prestop-exists', 'warning', 'own/web.yaml', null],
  ]);
  const { err } = await runCaptured('lint', 'vendor', 'own');
  expect(err).toContain(`${CONFIG}:7:5: this entry for "prestop-exists" matches no finding\n`);
});

test('rules of a team run beside the catalogue', async () => {
  write({
    'web.yaml': WEB,
    [CONFIG]: 'rules: ["./rules/*.js"]\n',
    'rules/owner.js': `
module.exports = { id: 'owner-is-named', severity: 'warning', title: 'An owner is named', why: 'Why.', fix: 'Fix.',
  see: [], bad: '', good: '', looksAt: () => true,
  *check(object) { yield { message: 'no owner', path: 'metadata' }; } };`,
  });
  const { out } = await runCaptured('lint', '--rules', 'owner-is-named', 'web.yaml');
  expect(out).toContain('web.yaml:3:1  warning  no owner  owner-is-named');
});

test.each([
  ['severty: {}', `${CONFIG}:1:1: unknown key "severty"; did you mean "severity"?`],
  ['a: 1\nb: [', `${CONFIG}:2:6: is not YAML: unexpected end of the stream within a flow collection`],
  [
    'severity: { prestop-exist: error }',
    `${CONFIG}:1:13: unknown rule "prestop-exist"; did you mean "prestop-exists"?`,
  ],
  [
    'severity:\n  prestop-exists: fatal',
    `${CONFIG}:2:3: "prestop-exists" holds what is not allowed; write one of error, warning, info, off`,
  ],
  ['ignore: []', `${CONFIG}:1:1: key "ignore" is called "acknowledge"`],
  ['acknowledge:\n  - rule: prestop-exists', `${CONFIG}:2:5: key "reason" is missing`],
  ['acknowledge:\n  - rule: prestop-exists\n    reason: " "', `${CONFIG}:3:5: "reason" is empty: say why`],
  [
    'kubernetesVersion: "1.12"',
    `${CONFIG}:1:1: "kubernetesVersion" holds what is not allowed; write one of 1.28, 1.29`,
  ],
  ['kubernetesVersion: 1.34', '1.36, 1.37, in quotes'],
  ['route: ingress', `${CONFIG}:1:1: unknown traffic route 'ingress'`],
  ['rules: ["./none/*.js"]', `${CONFIG}:1:9: "./none/*.js" fits no file`],
  ['rules: ["./web.yaml"]', `${CONFIG}:1:9: web.yaml cannot be loaded`],
])('%j is told with its place', async (config, message) => {
  write({ 'web.yaml': WEB, [CONFIG]: config });
  const { err, code } = await runCaptured('lint', 'web.yaml');
  expect(err).toContain(message);
  expect(err).toMatch(/^cdk8s-lifecycle: /);
  expect(code).toBe(2);
});

test('the file of a folder above counts, and --no-config leaves it out', async () => {
  const folder = write({ 'deep/er/web.yaml': WEB, [CONFIG]: 'severity: { prestop-exists: error }\n', '.git/HEAD': '' });
  process.chdir(`${folder}/deep/er`);
  expect(await levels('web.yaml')).toEqual([['prestop-exists', 'error', 'web.yaml', null]]);
  expect(await levels('--no-config', 'web.yaml')).toEqual([['prestop-exists', 'warning', 'web.yaml', null]]);
});

test('a named file that is not there is told', async () => {
  write({ 'web.yaml': WEB });
  const { err } = await runCaptured('lint', '--config', 'gone.yaml', 'web.yaml');
  expect(err).toBe('cdk8s-lifecycle: there is no configuration file gone.yaml\n');
});

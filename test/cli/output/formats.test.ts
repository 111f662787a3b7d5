import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import type { Log } from 'sarif';
import { runCaptured, useFolder } from '../captured';

const write = useFolder();

const ROOT = join(__dirname, '../../..');

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web
          ports: [{ containerPort: 8080 }]
`;
const ACCEPTED = WEB.replaceAll('web', 'api').replace(
  '- name: api',
  '- name: api # cdk8s-lifecycle-ignore prestop-exists: see "A & B" <1>',
);
const FILES = {
  'k8s/a b,c:d%.yaml': WEB,
  'k8s/api.yaml': ACCEPTED,
  'k8s/bad.yaml': 'a: b: c',
  'k8s/cm.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: clean }\n',
};
const RULES = ['--rules', 'prestop-exists,image-is-pinned'];

test('SARIF is valid by its schema, with relative URIs, regions, rules and suppressions', async () => {
  write(FILES);
  const { out } = await runCaptured('lint', '-o', 'sarif', ...RULES, 'k8s');
  const log = JSON.parse(out) as Log;
  const schema = readFileSync(
    join(ROOT, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  );
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    JSON.parse(schema),
  );
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [run] = log.runs;
  const results = run?.results ?? [];
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['image-is-pinned', 'warning'],
    ['prestop-exists', 'warning'],
    ['image-is-pinned', 'warning'],
    ['prestop-exists', 'warning'],
  ]);
  for (const { ruleId, ruleIndex } of results) {
    expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
  }
  expect(results[1]?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'k8s/a%20b%2Cc%3Ad%25.yaml', uriBaseId: '%SRCROOT%' },
    region: { startLine: 10, startColumn: 11 },
  });
  expect(results.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
    undefined,
    undefined,
    undefined,
    'see "A & B" <1>',
  ]);
  expect(run?.invocations?.[0]?.executionSuccessful).toBe(false);
  expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: 1,
    startColumn: 5,
  });
});

test('GitHub annotations escape what would end a property or a message', async () => {
  write({ ...FILES, 'k8s/a b,c:d%.yaml': WEB });
  const { out } = await runCaptured('lint', '-o', 'github', '--show-acknowledged', ...RULES, 'k8s');
  const lines = out.split('\n');
  expect(lines[1]).toMatch(
    /^::warning file=k8s\/a b%2Cc%3Ad%25\.yaml,line=10,col=11,title=prestop-exists%3A Deployment shop\/web::container "web" .+$/,
  );
  expect(lines[3]).toMatch(/^::notice .+\(acknowledged: see "A & B" <1>\)$/);
});

test('JUnit has a failure for what fails, a skip for what is accepted, a pass for what is clean', async () => {
  write(FILES);
  const { out } = await runCaptured('lint', '-o', 'junit', '--fail-on', 'warning', ...RULES, 'k8s');
  expect(out).toContain('<testsuites name="cdk8s-lifecycle" tests="6" failures="3" errors="1" skipped="1">');
  expect(out).toContain('<skipped message="see &quot;A &amp; B&quot; &lt;1&gt;"/>');
  expect(out).toContain('<testcase name="ConfigMap clean" classname="k8s/cm.yaml"/>');
  expect(out).toContain('<error message="k8s/bad.yaml:1 is not YAML: bad indentation of a mapping entry"/>');
  expect(out.match(/<failure message="[^"]+" type="warning">/g)).toHaveLength(3);
});

test('JUnit passes what is below --fail-on, with its text as output', async () => {
  write({ 'web.yaml': WEB });
  const { out } = await runCaptured('lint', '-o', 'junit', ...RULES, 'web.yaml');
  expect(out).toContain('failures="0"');
  expect(out).toContain('<system-out>web.yaml:10:11 container &quot;web&quot;');
});

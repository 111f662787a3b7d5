import { isDeepStrictEqual } from 'node:util';
import { autofixOf, CATALOGUE } from '../../../../../lib/check/catalogue';
import { fixDocuments } from '../../../../../lib/cli/commands/lint/fixing/fix-documents';
import { lintDocuments } from '../../../../../lib/cli/commands/lint/lint-documents';
import type { LintReport } from '../../../../../lib/cli/commands/lint/report';
import { type ReadResult, readManifests, withTexts } from '../../../../../lib/cli/input/read-manifests';
import { NO_SETTINGS, type Settings } from '../../../../../lib/cli/settings/settings';
import { KubernetesVersion } from '../../../../../lib/kubernetes/versions/kubernetes-version';
import type { Rule } from '../../../../../lib/rules/rule';
import { describeShared } from '../../../../support/shared';

async function readText(text: string): Promise<ReadResult> {
  async function* stdin() {
    yield text;
  }
  return readManifests(['-'], { stdin: stdin() });
}

async function fix(text: string, settings: Partial<Settings> = {}) {
  const result = await fixDocuments(await readText(text), { ...NO_SETTINGS, ...settings }, (report) => report);
  return { ...result, text: result.sources.get('<stdin>')?.text ?? text };
}

const fixable = CATALOGUE.filter((rule) => autofixOf(rule) !== undefined);

test('19 rules have a fix', () => {
  expect(fixable).toHaveLength(19);
});

describe.each(fixable.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('is fixed on its own bad example, or says why not', async () => {
    const { fixed, left, report } = await fix(rule.bad, { only: [id] });
    if (fixed.length === 0) expect(left.map(({ because }) => because.length > 10)).toEqual([true]);
    else expect(report.findings).toEqual([]);
  });

  test('what was fixed is not fixed again', async () => {
    const once = await fix(rule.bad, { only: [id] });
    const twice = await fix(once.text, { only: [id] });
    expect(twice.text).toBe(once.text);
  });
});

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web # the app
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`;

test('a hook is a sleep of the kubelet where the target has it, else of a shell', async () => {
  const only = ['prestop-exists'];
  const added = (text: string) => text.replace(WEB, '').trim();
  expect(added((await fix(WEB, { only })).text)).toBe(
    'lifecycle:\n            preStop:\n              sleep:\n                seconds: 10',
  );
  const old = await fix(WEB, { only, version: KubernetesVersion.V1_29 });
  expect(added(old.text)).toContain('- sleep 10');
  const shellLess = WEB.replace('registry.example.com/web', 'gcr.io/distroless/static');
  const refused = await fix(shellLess, { only, version: KubernetesVersion.V1_29 });
  expect(refused.text).toBe(shellLess);
  expect(refused.left[0]?.because).toContain('holds no shell');
});

test('the pod of a Pod or a Job is not touched, since the API server would refuse the change', async () => {
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: web } }\nspec:\n  containers:\n  - name: web\n    image: a:1.0.0\n    ports: [{ containerPort: 80 }]\n---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n`;
  const { text, left } = await fix(pod, { only: ['prestop-exists'] });
  expect(text).toBe(pod);
  expect(left[0]?.because).toContain('cannot be changed once it is there');
});

test('what was acknowledged is left alone', async () => {
  const text = WEB.replace('# the app', '# cdk8s-lifecycle-acknowledge prestop-exists: batch only');
  expect((await fix(text, { only: ['prestop-exists'] })).sources.size).toBe(0);
});

test('a field of the pod and one of its last container are both added, each in its place', async () => {
  const text = WEB.replace('spec:\n  selector', 'spec:\n  replicas: 2\n  selector');
  const { report, text: changed } = await fix(text, {
    only: ['prestop-exists', 'replicas-are-spread', 'budget-exists'],
  });
  expect(report.findings).toEqual([]);
  expect(changed).toContain('                seconds: 10\n      topologySpreadConstraints:\n');
  expect(changed).toMatch(/---\napiVersion: policy\/v1\nkind: PodDisruptionBudget\nmetadata:\n {2}name: web\n/);
  expect(changed).not.toContain('&');
});

test('a budget gets another name where its own is taken, and none in a list or in JSON', async () => {
  const two = WEB.replace('spec:\n  selector', 'spec:\n  replicas: 2\n  selector');
  const taken = `${two}---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: x } } }\n`;
  expect((await fix(taken, { only: ['budget-exists'] })).text).toContain('name: web-pdb');
  const json = JSON.stringify((await readText(two)).documents[0]?.manifest);
  const { left, text } = await fix(json, { only: ['budget-exists'] });
  expect(text).toBe(json);
  expect(left[0]?.because).toContain('its file is JSON');
});

test('JSON is fixed as JSON', async () => {
  const json = JSON.stringify((await readText(WEB)).documents[0]?.manifest, null, 4);
  const { text } = await fix(json, { only: ['prestop-exists'] });
  const containers = JSON.parse(text).spec.template.spec.containers;
  expect(containers[0].lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
  expect(text).toBe(JSON.stringify(JSON.parse(text), null, 4));
});

test('two fields of one missing parent are both added', async () => {
  const rule = (id: string) => CATALOGUE.find((each) => each.id === id);
  const only = ['prestop-exists', 'slow-start-is-covered'].filter((id) => rule(id) !== undefined);
  const text = WEB.replace('ports:', 'livenessProbe: { httpGet: { path: /, port: 8080 } }\n          ports:');
  const { report } = await fix(text, { only });
  expect(report.findings).toEqual([]);
});

test('a finding that its fix does not remove is not counted, and is left with that reason', async () => {
  let first: LintReport | undefined;
  const isMeant = (report: LintReport) => {
    first ??= report;
    return first;
  };
  const settings = { ...NO_SETTINGS, only: ['prestop-exists'] };
  const { fixed, left } = await fixDocuments(await readText(WEB), settings, isMeant);
  expect(fixed).toEqual([]);
  expect(left.map(({ because }) => because)).toEqual(['its fix was written, and the rule still finds it']);
});

test('a finding that the changes bring is told as new', async () => {
  const found = WEB.replace('spec:\n  selector', 'spec:\n  replicas: 2\n  selector');
  const refuses: Rule = {
    ...(CATALOGUE[0] as Rule),
    id: 'no-budget',
    severity: 'info',
    looksAt: ({ manifest }) => manifest.kind === 'PodDisruptionBudget',
    *check() {
      yield { path: 'metadata', message: 'there is a budget' };
    },
  };
  const { fixed, brought } = await fix(found, { only: ['budget-exists', 'no-budget'], extraRules: [refuses] });
  expect(fixed.map(({ rule }) => rule)).toEqual(['budget-exists']);
  expect(brought.map(({ rule }) => rule)).toEqual(['no-budget']);
});

describeShared('corpus/manifests', (corpus) => {
  let read: ReadResult;
  let after: ReadResult;
  let result: Awaited<ReturnType<typeof fixDocuments>>;
  beforeAll(async () => {
    read = await readManifests([corpus]);
    result = await fixDocuments(read, NO_SETTINGS, (report) => report);
    after = withTexts(read, result.sources);
  }, 60_000);

  const isNoBudget = ({ manifest }: { manifest: { kind?: unknown } }) => manifest.kind !== 'PodDisruptionBudget';

  test('much is fixed, and all of it parses', () => {
    expect(result.fixed.length).toBeGreaterThan(100);
    expect(after.problems.filter(({ kind }) => kind === 'unparsable')).toEqual([]);
  });

  test('what is not fixed is as it was', () => {
    const [were, are] = [read, after].map(({ documents }) => documents.filter(isNoBudget));
    expect(are?.length).toBe(were?.length);
    const touched = new Set(result.fixed.map(({ document }) => `${document.file} ${document.manifest.kind}`));
    const changed = were?.filter(
      ({ file, manifest }, index) =>
        !touched.has(`${file} ${manifest.kind}`) && !isDeepStrictEqual(are?.[index]?.manifest, manifest),
    );
    expect(changed).toEqual([]);
  });

  test('comments stay, in their order', () => {
    const texts = new Map(read.documents.map(({ document }) => [document.source.file, document.source.text]));
    const comments = (text: string) => text.split('\n').filter((line) => /^\s*#/.test(line));
    for (const [file, { text }] of result.sources) expect(comments(text)).toEqual(comments(texts.get(file) ?? ''));
  });

  test('what was fixed lints clean for its rule', async () => {
    const { findings } = await lintDocuments(after, NO_SETTINGS);
    const still = new Set(findings.map(({ file, rule, path, object }) => [file, rule, path, object.name].join(' ')));
    const keys = result.fixed.map(({ file, rule, path, object }) => [file, rule, path, object.name].join(' '));
    expect(keys.filter((key) => still.has(key))).toEqual([]);
  });

  test('nothing is fixed twice', async () => {
    const again = await fixDocuments(after, NO_SETTINGS, (report) => report);
    expect(again.fixed.map(({ file, rule, path }) => `${file} ${rule} ${path}`)).toEqual([]);
  });
});

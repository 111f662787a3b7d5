import { readManifests } from '../../lib/cli/input/read-manifests';
import { runCaptured, useFolder } from './captured';

const write = useFolder();

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: web:1.0.0 }] }\n';
const OTHERS = {
  'package.json': '{"name": "shop"}',
  'tsconfig.json': '{\n  // strict\n  "compilerOptions": { "strict": true, },\n}\n',
  'docker-compose.yaml': 'services: { web: { image: web } }\n',
  'workflows/ci.yml': 'on: push\njobs: {}\n',
  'values.yaml': 'replicas: 3\n',
  '.cdk8s-lifecycle.yaml': 'failOn: error\n',
  'cdk8s.yaml': 'app: ts-node main.ts\n',
  'openapi.json': '{"openapi": "3.1.0", "paths": {}}',
  'playbook.yaml': '- hosts: all\n',
  'empty.yaml': '# nothing\n',
};
const COMMANDS = ['lint', 'simulate', 'diagnose', 'runbook'];

async function* stdin(text: string) {
  yield text;
}

const told = async (text: string) =>
  (await readManifests(['-'], { stdin: stdin(text) })).problems.map(({ kind, message }) => [kind, message]);

test('stdin without a Kubernetes object is a problem that says what was read', async () => {
  expect(await told('')).toEqual([['no-object', 'is empty: the command before the pipe printed nothing']]);
  expect(await told('\n\n')).toEqual(await told(''));
  const none = [['no-object', "holds no Kubernetes object: nothing in it has 'apiVersion' or 'kind'"]];
  expect(await told('Error: chart not found\n')).toEqual(none);
  expect(await told('# only a comment\n---\n')).toEqual(none);
  expect(await told('{"items": []}')).toEqual(none);
  expect(await told('apiVersion: v1\nkind: List\nitems: []\n')).toEqual([
    ['no-object', 'holds no Kubernetes object: its List has no items'],
  ]);
});

test.each(COMMANDS)('%s exits 2 where a file, a folder or a glob holds no Kubernetes object', async (command) => {
  write({ 'package.json': '{}', 'src/values.yaml': 'a: 1', 'none.yaml': '' });
  const named = await runCaptured(command, 'package.json');
  expect(named.err).toContain("package.json: holds no Kubernetes object: nothing in it has 'apiVersion' or 'kind'\n");
  const others = [
    await runCaptured(command, 'none.yaml'),
    await runCaptured(command, 'src'),
    await runCaptured(command, 'src/*.yaml'),
    await runCaptured(command, 'src/*.json'),
  ];
  expect(
    others.map(({ err }) =>
      err
        .split('\n')
        .filter((line) => line.includes(': '))
        .at(-1),
    ),
  ).toEqual([
    expect.stringContaining('none.yaml: is empty'),
    expect.stringContaining('src: holds no Kubernetes object in its 1 file'),
    expect.stringContaining('src/*.yaml: matches 1 file without a Kubernetes object'),
    expect.stringContaining('src/*.json: matches no file'),
  ]);
  expect([named, ...others].map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
});

test('files of a project that are no manifests are passed over and counted', async () => {
  write({ ...OTHERS, 'k8s/pod.yaml': POD });
  const { documents, problems, files, passedOver } = await readManifests(['.']);
  expect(documents).toHaveLength(1);
  expect(problems).toEqual([]);
  expect(files).toEqual(['k8s/pod.yaml']);
  expect([...passedOver].sort()).toEqual(Object.keys(OTHERS).sort());
  const { out } = await runCaptured('lint', '--rules', 'image-is-pinned', '.');
  expect(out).toBe(
    '0 errors, 0 warnings, 0 info in 1 object of 1 file; 10 files without Kubernetes objects passed over\n',
  );
  for (const command of ['simulate', 'diagnose', 'runbook']) {
    expect((await runCaptured(command, '.')).err).toContain('10 files without Kubernetes objects passed over\n');
  }
});

test('a chart and a kustomization are counted and hinted at; named, they are an error', async () => {
  write({ 'Chart.yaml': 'apiVersion: v2\nname: a\n', 'o/kustomization.yaml': 'resources: []\n', 'pod.yaml': POD });
  const { hints, passedOver } = await readManifests(['.']);
  expect(passedOver).toEqual(['Chart.yaml', 'o/kustomization.yaml']);
  expect(hints).toEqual([
    '. is a Helm chart: lint what it renders, `helm template . | cdk8s-lifecycle lint -`',
    'o is a kustomization: lint what it renders, `kubectl kustomize o | cdk8s-lifecycle lint -`',
  ]);
  const { err, code } = await runCaptured('lint', 'Chart.yaml');
  expect(err).toContain('Chart.yaml: is not a manifest, since . is a Helm chart: lint what it renders');
  expect(code).toBe(2);
});

test('what looks like a broken manifest is never passed over', async () => {
  write({
    'a.yaml': 'kind: Deployment\nmetadata: { name: a }\n',
    'b.yaml': 'apiVersion: apps/v1\nmetadata: { name: b }\n',
    'c.json': '[{"apiVersion": "v1", "kind": "Pod"}]',
    'd.yaml': 'metadata: { name: a\n',
    'e.json': '{"kind": "Pod", // a comment\n"x": }',
    'pod.yaml': POD,
  });
  const { documents, problems, passedOver } = await readManifests(['.']);
  expect(passedOver).toEqual([]);
  expect(documents.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml', 'pod.yaml']);
  expect(problems.map(({ file, kind }) => [file, kind])).toEqual([
    ['c.json', 'not-an-object'],
    ['d.yaml', 'unparsable'],
    ['e.json', 'unparsable'],
  ]);
  const { out } = await runCaptured('lint', 'a.yaml', 'b.yaml');
  expect(out).toContain('a.yaml:1:1  error  Kubernetes 1.30 refuses it: apiVersion is missing');
  expect(out).toContain('b.yaml:1:1  error  Kubernetes 1.30 refuses it: kind is missing');
  const { err } = await runCaptured('simulate', 'a.yaml', 'b.yaml');
  expect(err).toContain("a.yaml:1: an object has no 'apiVersion', so no cluster takes it\n");
  expect(err).toContain("b.yaml:1: an object has no 'kind', so no cluster takes it\n");
});

test('a document without both, beside manifests in one file, stays an object that is counted', async () => {
  write({ 'all.yaml': `${POD}---\nreplicas: 3\n` });
  expect((await readManifests(['all.yaml'])).documents).toHaveLength(2);
});

test('--ignore-unparsable goes on without an argument that holds nothing, but not without any object', async () => {
  write({ 'pod.yaml': POD, 'package.json': '{}' });
  const lint = ['lint', '--rules', 'prestop-exists', '--ignore-unparsable'];
  expect((await runCaptured(...lint, 'pod.yaml', 'package.json')).code).toBe(0);
  expect((await runCaptured(...lint, 'package.json')).code).toBe(2);
});

test('a list of manifests is not an object: diagnose takes it apart, the others exit 2', async () => {
  write({ 'list.json': `[{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}}]` });
  expect((await runCaptured('diagnose', 'list.json')).code).toBe(0);
  for (const command of ['lint', 'runbook', 'simulate']) {
    const { err, code } = await runCaptured(command, 'list.json');
    expect(err).toContain('list.json:1:1: holds a list where a Kubernetes object should stand\n');
    expect(code).toBe(2);
  }
});

test('what runs now and what is replaced must hold objects too', async () => {
  write({ 'pod.yaml': POD, 'old.yaml': '' });
  expect((await runCaptured('simulate', '--from', 'old.yaml', 'pod.yaml')).err).toContain('--from: old.yaml: is empty');
  expect((await runCaptured('lint', '--against', 'old.yaml', 'pod.yaml')).err).toContain(
    '--against: old.yaml: is empty',
  );
});

test('a file named by a glob is in one set with the files that are named', async () => {
  write({ 'a/x.yaml': POD, 'b/y.yaml': POD, 'z.yaml': POD });
  const { documents } = await readManifests(['{a,b}/*.yaml', 'z.yaml']);
  expect(documents.map(({ file }) => file)).toEqual(['a/x.yaml', 'b/y.yaml', 'z.yaml']);
  expect(new Set(documents.map(({ set }) => set)).size).toBe(1);
});

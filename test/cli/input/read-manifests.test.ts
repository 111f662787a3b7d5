import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ReadResult, readManifests } from '../../../lib/cli/input/read-manifests';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

async function readText(text: string): Promise<ReadResult> {
  return readManifests(['-'], {
    stdin: (async function* () {
      yield text;
    })(),
  });
}

const kinds = ({ documents }: ReadResult) => documents.map(({ manifest }) => manifest.kind);

test('a folder is read in the order of names, without hidden folders and node_modules', async () => {
  write({
    'b.yml': 'kind: B',
    'a/z.yaml': 'kind: A',
    'c.json': '{"kind": "C"}',
    'notes.txt': 'kind: No',
    '.github/x.yaml': 'kind: No',
    'node_modules/p/x.yaml': 'kind: No',
  });
  expect(kinds(await readManifests([folder]))).toEqual(['A', 'B', 'C']);
});

test('files named together are one set, each folder and stdin one of its own', async () => {
  write({ 'a.yaml': 'kind: A', 'b.yaml': 'kind: B', 'x/c.yaml': 'kind: C', 'y/d.yaml': 'kind: D' });
  const { documents } = await readManifests(['a.yaml', 'x', 'b.yaml', 'y'].map((name) => join(folder, name)));
  const sets = documents.map(({ set }) => set);
  expect(sets[0]).toBe(sets[2]);
  expect(new Set(sets).size).toBe(3);
});

test('empty documents and comments between documents are none', async () => {
  const read = await readText('# Source: a\n---\n---\n# nothing\n---\nkind: A\n...\n---\nkind: B\n---\n');
  expect(kinds(read)).toEqual(['A', 'B']);
  expect(read.problems).toEqual([]);
});

test('lists are taken apart, however deep, and positions are those of the item', async () => {
  const read = await readText(
    [
      'apiVersion: v1',
      'kind: List',
      'items:',
      '- kind: A',
      '- apiVersion: v1',
      '  kind: List',
      '  items:',
      '  - kind: B',
      '    spec: {}',
    ].join('\n'),
  );
  expect(kinds(read)).toEqual(['A', 'B']);
  expect(read.documents[1]?.locate('spec')).toEqual({ line: 9, column: 5 });
});

test('an item of a typed list takes its kind from the list', async () => {
  const read = await readText('{"kind":"PodList","apiVersion":"v1","items":[{"metadata":{"name":"a"}}]}');
  expect(read.documents[0]?.manifest).toEqual({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } });
});

test('positions count from the head of the file, over documents and Windows line ends', async () => {
  const read = await readText('kind: A\r\n---\r\nkind: B\r\nspec:\r\n  template:\r\n    x: 1\r\n');
  expect(read.documents[1]?.locate('spec.template')).toEqual({ line: 5, column: 3 });
  expect(read.documents[1]?.manifest).toEqual({ kind: 'B', spec: { template: { x: 1 } } });
});

test('an absent field is at its nearest parent', async () => {
  const read = await readText('kind: Pod\nspec:\n  containers:\n  - name: web\n    image: a\n');
  expect(read.documents[0]?.locate('spec.containers[0].livenessProbe.httpGet')).toEqual({ line: 4, column: 5 });
  expect(read.documents[0]?.locate('status')).toEqual({ line: 1, column: 1 });
});

test('a byte order mark and UTF-16 are read', async () => {
  write({
    'a.yaml': Buffer.from('\ufeffkind: A\n'),
    'b.yaml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('kind: B\n', 'utf16le')]),
  });
  expect(kinds(await readManifests([folder]))).toEqual(['A', 'B']);
});

test('a document that does not parse is a problem with its line, and the others are read', async () => {
  const read = await readText('kind: A\n---\nkind: B\n  bad: indent\n---\nkind: C\n');
  expect(kinds(read)).toEqual(['A', 'C']);
  expect(read.problems).toEqual([
    {
      kind: 'unparsable',
      document: null,
      file: '<stdin>',
      line: 4,
      column: 6,
      message: 'is not YAML: bad indentation of a mapping entry',
    },
  ]);
});

test.each([
  ['{{- if .Values.enabled }}\nkind: A\n{{- end }}\n'],
  ['kind: A\nmetadata:\n  name: {{ .Values.name }}\n'],
  ['kind: A\nmetadata:\n  labels:\n    {{- include "a.labels" . | nindent 4 }}\n'],
])('a Helm template is named as one: %j', async (text) => {
  const { problems, documents } = await readText(text);
  expect(documents).toEqual([]);
  expect(problems[0]?.message).toBe('is a Helm template, not YAML: pipe what `helm template` prints to `-` instead');
});

test('braces inside a text are no Helm template', async () => {
  const read = await readText("kind: ConfigMap\ndata:\n  a: '{{ .Values.x }}'\n  b: |\n    {{ if .x }}\n");
  expect(read.problems).toEqual([]);
  expect(kinds(read)).toEqual(['ConfigMap']);
});

test.each([
  ['YAML', 'kind: A\nspec:\n  a: 1\n  b: 2\n  a: 3\n', 5, 3],
  ['JSON', '{"kind": "A",\n "spec": {"a": 1,\n  "b": 2, "a": 3}}', 3, 11],
])('a duplicate key in %s is a problem with its place; the later value counts', async (_, text, line, column) => {
  const read = await readText(text);
  expect(read.problems).toEqual([expect.objectContaining({ kind: 'duplicate-key', line, column })]);
  expect(read.documents[0]?.manifest.spec).toEqual({ a: 3, b: 2 });
});

test('a file that is not there, a folder without manifests and bytes that are no text are problems', async () => {
  write({ 'sub/readme.md': '', 'bin.yaml': Uint8Array.from([0x6b, 0xff, 0x3a]) });
  const { problems } = await readManifests(['gone.yaml', 'sub', 'bin.yaml'].map((name) => join(folder, name)));
  expect(problems.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
    'unreadable: there is no such file or folder',
    'unreadable: holds no .yaml, .yml or .json file',
    'unreadable: is not text in UTF-8 or UTF-16',
  ]);
});

test('a document that is not a mapping is told with its place', async () => {
  const { problems } = await readText('kind: A\n---\n- a\n---\njust text\n');
  expect(problems.map(({ kind, line, message }) => [kind, line, message])).toEqual([
    ['not-an-object', 3, 'holds a list where a Kubernetes object should stand'],
    ['not-an-object', 5, 'holds a string where a Kubernetes object should stand'],
  ]);
});

test('the source of a chart or a kustomization gives a hint to render it', async () => {
  write({ 'chart/Chart.yaml': 'name: a', 'over/kustomization.yaml': 'resources: []' });
  const { hints, files } = await readManifests([folder]);
  expect(files).toEqual([]);
  expect(hints).toEqual([
    expect.stringContaining(`helm template ${join(folder, 'chart')}`),
    expect.stringContaining(`kubectl kustomize ${join(folder, 'over')}`),
  ]);
});

test('a link to a file is read, as the files of a mounted ConfigMap are links', async () => {
  write({ '..data/a.yaml': 'kind: A' });
  symlinkSync(join(folder, '..data/a.yaml'), join(folder, 'a.yaml'));
  expect(kinds(await readManifests([folder]))).toEqual(['A']);
});

test.each([
  ['that contains itself', 'a: &a\n  b: *a\n', 'an anchor contains itself'],
  [
    'that unfolds beyond measure',
    `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${[1, 2, 3, 4, 5, 6, 7]
      .map(
        (n) =>
          `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(', ')}]\n`,
      )
      .join('')}`,
    'its aliases unfold to',
  ],
])('an anchor %s is told as a problem', async (_, text, message) => {
  const { problems, documents } = await readText(text);
  expect(documents).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({ kind: 'unparsable', message: expect.stringContaining(message) }),
  ]);
});

test('anchors of a usual size are read', async () => {
  const { documents } = await readText('kind: A\nx: &x {a: 1}\nz: [*x, *x]\n');
  expect(documents[0]?.manifest).toEqual({ kind: 'A', x: { a: 1 }, z: [{ a: 1 }, { a: 1 }] });
});

test.each([
  ['one a line', '{"kind": "A"}\n{"kind": "B", "spec": {}}\n', 2, 15],
  ['one after the other', '{\n  "kind": "A"\n}\n{\n  "kind": "B",\n  "spec": {}\n}\n', 6, 3],
])('JSON objects %s are read, with their places', async (_, text, line, column) => {
  const read = await readText(text);
  expect(kinds(read)).toEqual(['A', 'B']);
  expect(read.documents[1]?.locate('spec')).toEqual({ line, column });
  expect((await readText(`${text}{"kind": C`)).problems).toEqual([
    expect.objectContaining({ kind: 'unparsable', message: expect.stringContaining('is not JSON') }),
  ]);
});

import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { NodePositions } from '../../../lib/cli/input/node-positions';
import { readManifests } from '../../../lib/cli/input/read-manifests';
import { describeShared } from '../../support/shared';

/** Every field path of a document with the offset of its key or item, as another parser reads it. */
function placesOf(text: string): Map<string, number> {
  const places = new Map<string, number>();
  const visit = (node: unknown, path: string) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || key.range == null) continue;
        const name = String(key.source ?? key.value);
        const below = /[.[\]/]/.test(name) ? `${path}[${name}]` : `${path === '' ? '' : `${path}.`}${name}`;
        places.set(below, key.range[0]);
        visit(value, below);
      }
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const start = (item as { range?: [number, number, number] }).range?.[0];
        if (start !== undefined) places.set(`${path}[${index}]`, start);
        visit(item, `${path}[${index}]`);
      }
    }
  };
  visit(parseDocument(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' }).contents, '');
  return places;
}

function differences(text: string): string[] {
  const positions = NodePositions.of(text);
  return [...placesOf(text)]
    .filter(([path, start]) => positions.find(path).start !== start)
    .map(([path, start]) => `${path}: ${positions.find(path).start} instead of ${start}`);
}

const SAMPLE = `# head
kind: Deployment   # beside
metadata: {name: web, labels: {"app.kubernetes.io/name": web, a: [1, [2], {b: 3}]}}
spec:
  # above

  template:
    spec:
      containers:
      - name: web
        args: [
          "-a", "--b=c",
        ]
        command: ["sh", '-c', "a: b # no"]
        env:
          - {name: A, value: ""}
          - name: B
            value: |
              text: with
              # no comment
        empty:
        other: >-
          folded
          text
      - - nested
        - - deeper
      -
        name: late
      - "quoted"
      - plain text
        on two lines
data:
  ? complex
  : value
  'single': 1
last:
`;

test('keys and items stand where another parser finds them', () => {
  expect(placesOf(SAMPLE).size).toBeGreaterThan(40);
  expect(differences(SAMPLE)).toEqual([]);
});

test('JSON is read as well', () => {
  const text = JSON.stringify({ kind: 'A', spec: { list: [{ a: [1, 2, [3]] }, { b: {} }], 'a.b/c': null } }, null, 1);
  expect(differences(text)).toEqual([]);
  expect(differences(JSON.stringify(JSON.parse(text)))).toEqual([]);
});

test('the value of a field has its span', () => {
  const text = 'a:\n  b: {c: 1}\n  d: two # beside\n';
  const positions = NodePositions.of(text);
  const at = (path: string) => {
    const span = positions.valueAt(path);
    return span === undefined ? undefined : text.slice(span.start, span.end);
  };
  expect(at('a.b')).toBe('{c: 1}');
  expect(at('a.b.c')).toBe('1');
  expect(at('a.x')).toBeUndefined();
});

test('the outermost node of a line is found from its place', () => {
  const text = 'kind: A\nspec:\n  containers:\n  - name: web\n    image: x\n  "a.b/c": 1\n';
  const positions = NodePositions.of(text);
  const pathAt = (line: string) => {
    const start = text.indexOf(line);
    return positions.pathAt({ start, end: start + line.length });
  };
  expect(pathAt('kind: A')).toBe('');
  expect(pathAt('  containers:')).toBe('spec.containers');
  expect(pathAt('  - name')).toBe('spec.containers[0]');
  expect(pathAt('    image')).toBe('spec.containers[0].image');
  expect(pathAt('  "a.b/c"')).toBe('spec[a.b/c]');
});

describeShared('corpus/manifests', (corpus) => {
  test('keys and items stand where another parser finds them', async () => {
    const { documents, problems } = await readManifests([corpus]);
    const isOdd = new Set(problems.map(({ document }) => document));
    const small = documents.filter(
      ({ document }) => !isOdd.has(document) && document.span.end - document.span.start < 2e4,
    );
    expect(small.length).toBeGreaterThan(1000);
    const wrong = small.flatMap(({ document: { source, span }, file }) =>
      differences(source.text.slice(span.start, span.end)).map((difference) => `${file}: ${difference}`),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

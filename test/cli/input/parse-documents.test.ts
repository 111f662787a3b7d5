import fc from 'fast-check';
import { stringify } from 'yaml';
import { fixDocuments } from '../../../lib/cli/commands/lint/fixing/fix-documents';
import { parseDocuments } from '../../../lib/cli/input/parse-documents';
import { readManifests } from '../../../lib/cli/input/read-manifests';
import { SourceText } from '../../../lib/cli/input/text';
import { NO_SETTINGS } from '../../../lib/cli/settings/settings';

const VALID = `# head
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: "web"}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web   # the app
        image: 'a:1.0.0'
        args: [ "-a", *x ]
        command: ["sh", "-c", "a | b > c"]
        ports: [{containerPort: 80}]
        env:
        - {name: A, value: |}
        text: |-
          one
          two
      - &x late
---
{"a": [1, 2, {"b": null}]}
`;

/** Broken as editors and templates break it: lines lost, doubled or indented, characters put in or taken out. */
const broken = fc
  .array(
    fc.record({
      at: fc.nat({ max: VALID.length }),
      cut: fc.nat({ max: 12 }),
      put: fc.constantFrom(
        '',
        ' ',
        '\n',
        '\t',
        '"',
        "'",
        '{',
        '}',
        '[',
        ':',
        '- ',
        '#',
        '&a ',
        '*a',
        '{{ .x }}',
        '---\n',
        '\r\n',
        '\u0000',
        '<<: ',
      ),
    }),
    { maxLength: 6 },
  )
  .map((edits) => edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), VALID));

test('broken YAML is told, never thrown, and every place that is told lies in the text', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      async function* stdin() {
        yield text;
      }
      const read = await readManifests(['-'], { stdin: stdin() });
      const lines = text.split('\n').length;
      for (const { line } of read.problems) expect(line === null || (line >= 1 && line <= lines)).toBe(true);
      for (const document of read.documents) {
        const { line, column } = document.locate('spec.template.spec.containers[1].livenessProbe');
        expect(line >= 1 && line <= lines && column >= 1).toBe(true);
      }
      const { sources } = await fixDocuments(read, NO_SETTINGS, (report) => report);
      for (const source of sources.values()) expect(parseDocuments(source).documents.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('what another library prints is read as it was meant', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('yes', '0644', '~', '1e3'),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), tree, { minKeys: 1, maxKeys: 4 }), (value) => {
      fc.pre(!JSON.stringify(value).includes('{{'));
      const plain: unknown = JSON.parse(JSON.stringify(value));
      const { documents, problems } = parseDocuments(new SourceText('', stringify(plain, { version: '1.1' })));
      expect(problems).toEqual([]);
      expect(documents[0]?.value).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

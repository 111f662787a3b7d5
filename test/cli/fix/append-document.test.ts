import { appendDocument } from '../../../lib/cli/fix/append-document';
import { applyEdits } from '../../../lib/cli/fix/edit-document';
import { type ReadResult, readManifests } from '../../../lib/cli/input/read-manifests';

const ADDED = { kind: 'B', list: [{ same: 1 }] };

async function read(text: string): Promise<ReadResult> {
  async function* stdin() {
    yield text;
  }
  return readManifests(['-'], { stdin: stdin() });
}

async function append(text: string, index = 0): Promise<string> {
  const document = (await read(text)).documents[index];
  if (document === undefined) throw new Error('there is no such document');
  return applyEdits(text, [appendDocument(document, ADDED)]);
}

const YAML = 'kind: B\nlist:\n  - same: 1\n';

test.each([
  ['at the end of the file', 'kind: A\n', 0, `kind: A\n---\n${YAML}`],
  ['where the file has no last line end', 'kind: A', 0, `kind: A\n---\n${YAML}`],
  ['between two documents', 'kind: A\n---\nkind: C\n', 0, `kind: A\n---\n${YAML}---\nkind: C\n`],
  ['with Windows line ends', 'kind: A\r\n', 0, `kind: A\r\n---\r\n${YAML.replaceAll('\n', '\r\n')}`],
])('%s', async (_, text, index, expected) => {
  expect(await append(text, index)).toBe(expected);
});

test('what comes out is read as one object more', async () => {
  const { documents } = await read(await append('kind: A\n...\n---\nkind: C\n'));
  expect(documents.map(({ manifest }) => manifest.kind)).toEqual(['A', 'B', 'C']);
});

test('a list and JSON have no place for it: it is told what to add', async () => {
  await expect(append('kind: List\nitems: [{kind: A}]\n')).rejects.toThrow('kind: B');
  await expect(append('{"kind": "A"}')).rejects.toThrow('kind: B');
});

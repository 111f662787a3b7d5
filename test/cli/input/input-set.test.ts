import { join } from 'node:path';
import { readManifests, withTexts } from '../../../lib/cli/input/read-manifests';
import { SourceText } from '../../../lib/cli/input/text';
import { ManifestSet } from '../../../lib/kubernetes/set/manifest-set';
import { runCaptured, useFolder } from '../captured';
import { web } from '../fix/fixed';

const write = useFolder();
const FILES = { 'dev/web.yaml': web(), 'prod/web.yaml': web(), 'prod/api.yaml': web().replaceAll('web', 'api') };

/** How many sets a command line builds. */
async function built(...argv: readonly string[]): Promise<number> {
  const of = jest.spyOn(ManifestSet, 'of');
  try {
    await runCaptured(...argv);
    return of.mock.calls.length;
  } finally {
    of.mockRestore();
  }
}

test.each(['lint', 'simulate', 'runbook'])('%s builds each set once, whatever asks it', async (command) => {
  write(FILES);
  expect(await built(command, 'dev', 'prod')).toBe(2);
});

test('what no set is asked of builds none', async () => {
  write(FILES);
  expect(await built('diagnose', 'dev')).toBe(0);
});

test('--fix builds a set again only where it has changed a file of it', async () => {
  write({ ...FILES, 'dev/web.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n' });
  const fix = ['lint', '--rules', 'prestop-exists', '--fix', '--dry-run', 'dev', 'prod'];
  expect(await built(...fix)).toBe(3);
});

test('files named together are one set, each folder one of its own, in the order of their arguments', async () => {
  const folder = write(FILES);
  const { sets } = await readManifests(['dev', join(folder, 'prod/api.yaml'), 'prod']);
  expect(sets.map(({ number, documents }) => [number, documents.length])).toEqual([
    [1, 1],
    [0, 1],
    [3, 2],
  ]);
  expect(sets.map(({ set }) => set.objects.map(({ ref }) => ref.name))).toEqual([['web'], ['api'], ['api', 'web']]);
});

test('a new text changes the sets that hold its file, and no other', async () => {
  write(FILES);
  const read = await readManifests(['dev', 'prod']);
  const now = withTexts(read, new Map([['prod/api.yaml', new SourceText('prod/api.yaml', web())]]));
  expect(now.sets[0]).toBe(read.sets[0]);
  expect(now.sets[1]).not.toBe(read.sets[1]);
  expect(now.sets[1]?.documents).toHaveLength(2);
});

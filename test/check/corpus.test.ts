import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { check } from '../../lib/check/check';
import { isChecked } from '../../lib/check/is-checked';
import { readManifests } from '../../lib/cli/input/read-manifests';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { valueAtPath } from '../../lib/kubernetes/text/field-path';
import type { Manifest } from '../../lib/kubernetes/views/manifest';

// Public manifests beside the project; without them there is nothing to show here.
const CORPUS = resolve(__dirname, '../../../shared/corpus/manifests');
const isThere = existsSync(CORPUS);
const folders = isThere
  ? readdirSync(CORPUS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  : [];

const read = async (path: string) => {
  const { documents } = await readManifests([path]);
  return { objects: documents.map(({ manifest }) => manifest), origins: documents.map(({ file }) => file) };
};

/** Every object is checked or counted as not checked, and every finding points somewhere in its object. */
function expectSound(objects: readonly Manifest[], origins: readonly string[]): number {
  const { findings, notChecked } = check(objects, { origins });
  const checked = ManifestSet.of(objects, origins).objects.filter(isChecked);
  expect(checked.length + notChecked.length).toBe(objects.length);
  const lost = findings.filter(({ rule, index, path }) => {
    // The API server names what is missing by the path that it should have.
    return rule !== 'admitted' && valueAtPath(objects[index], path) === undefined;
  });
  expect(lost.map(({ rule, path }) => `${rule} ${path}`)).toEqual([]);
  return findings.length;
}

(isThere ? describe : describe.skip)('public manifests', () => {
  test.each(folders.map((folder) => [folder]))('%s, as one set', async (folder) => {
    const { objects, origins } = await read(join(CORPUS, folder));
    expectSound(objects, origins);
  });

  test('all of them as one set', async () => {
    const { objects, origins } = await read(CORPUS);
    expect(expectSound(objects, origins)).toBeGreaterThan(1000);
  });
});

if (!isThere) test.todo('public manifests: the corpus is not beside the project');

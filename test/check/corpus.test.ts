import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import { isChecked } from '../../lib/check/is-checked';
import { readManifests } from '../../lib/cli/input/read-manifests';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { valueAtPath } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { describeShared } from '../support/shared';

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

describeShared('corpus/manifests', (corpus) => {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test.each(folders.map(({ name }) => name))('%s, as one set', async (folder) => {
    const { objects, origins } = await read(join(corpus, folder));
    expectSound(objects, origins);
  });

  test('all of them as one set', async () => {
    const { objects, origins } = await read(corpus);
    expect(expectSound(objects, origins)).toBeGreaterThan(1000);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isObject, type JsonObject } from '../../../lib/kubernetes/json';

const ROOT = resolve(__dirname, '../../..');

/** Real manifests to edit: those of the apps, where they have been synthesized, and the corpus, where it is there. */
export function realManifests(): readonly JsonObject[] {
  const folders = [join(ROOT, 'dist/manifests'), resolve(ROOT, '../shared/corpus/manifests')];
  const objects = folders.filter((folder) => existsSync(folder)).flatMap(manifestsIn);
  // They are sent to the one namespace that there is.
  return objects.map(({ metadata, ...rest }) => {
    const { namespace: _namespace, ...others } = isObject(metadata) ? metadata : {};
    return { ...rest, metadata: others };
  });
}

/** Every object of the YAML files below a folder; YAML 1.1, as kubectl reads it. */
export function manifestsIn(folder: string): readonly JsonObject[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
  return files.flatMap((file) => {
    const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1' });
    if (!Array.isArray(documents)) return [];
    return documents.flatMap((document) => {
      const object: unknown = document.errors.length > 0 ? null : document.toJS();
      return isObject(object) && typeof object.kind === 'string' ? [object] : [];
    });
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isObject, type JsonObject } from '../../lib/kubernetes/views/json';

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

import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../lib/kubernetes/views/manifest';

/** Reads the documents of a YAML text; a mistake in the text fails the test. */
export function manifests(text: string): Manifest[] {
  return Array.from(parseAllDocuments(text), (document) => {
    const [problem] = document.errors;
    if (problem !== undefined) throw problem;
    return document.toJSON() as Manifest;
  }).filter((manifest) => manifest !== null);
}

import { ManifestSet } from '../kubernetes/manifest-set';
import type { ReadResult, SourceDocument } from './read-manifests';

/** What was read, as the sets in which a cluster gets it: each folder and stdin by itself, all named files together. */
export function setsOf({ documents }: Pick<ReadResult, 'documents'>): readonly ManifestSet[] {
  const bySet = new Map<number, SourceDocument[]>();
  for (const document of documents) {
    const own = bySet.get(document.set);
    if (own === undefined) bySet.set(document.set, [document]);
    else own.push(document);
  }
  return [...bySet.values()].map((own) =>
    ManifestSet.of(
      own.map(({ manifest }) => manifest),
      own.map(({ file }) => file),
    ),
  );
}

import { ManifestSet } from '../../kubernetes/set/manifest-set';
import type { ReadResult, SourceDocument } from './read-manifests';

/** Objects that a cluster gets together. */
export interface ReadSet {
  readonly set: ManifestSet;
  /** The number that its documents share. */
  readonly number: number;
}

/** What was read, by set: each folder and stdin by itself, all files that were named together. */
export function documentsBySet(documents: readonly SourceDocument[]): ReadonlyMap<number, readonly SourceDocument[]> {
  const bySet = new Map<number, SourceDocument[]>();
  for (const document of documents) {
    const own = bySet.get(document.set);
    if (own === undefined) bySet.set(document.set, [document]);
    else own.push(document);
  }
  return bySet;
}

/** What was read, as sets that can be asked. */
export function setsOf({ documents }: Pick<ReadResult, 'documents'>): readonly ReadSet[] {
  return [...documentsBySet(documents)].map(([number, own]) => ({
    number,
    set: ManifestSet.of(
      own.map(({ manifest }) => manifest),
      own.map(({ file }) => file),
    ),
  }));
}

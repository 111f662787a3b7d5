import { ManifestSet } from '../../kubernetes/set/manifest-set';
import { groupedBy } from '../../kubernetes/views/groups';
import type { SourceDocument } from './source-document';

/** Documents that a cluster gets together: a folder, stdin, or the files that were named. */
export class InputSet {
  private built: ManifestSet | undefined;

  public constructor(
    /** The number that its documents share. */
    public readonly number: number,
    public readonly documents: readonly SourceDocument[],
  ) {}

  /** The set that commands ask; it is built once, when the first of them does. */
  public get set(): ManifestSet {
    this.built ??= ManifestSet.of(
      this.documents.map(({ manifest }) => manifest),
      this.documents.map(({ file }) => file),
    );
    return this.built;
  }

  /** This set, or an earlier one that holds the same documents: what it has built is used again. */
  public orSame(earlier: readonly InputSet[]): InputSet {
    const holdsSame = ({ number, documents }: InputSet) =>
      number === this.number &&
      documents.length === this.documents.length &&
      documents.every((document, index) => document === this.documents[index]);
    return earlier.find(holdsSame) ?? this;
  }
}

/** The sets of documents, in the order of their first ones. */
export function inputSetsOf(documents: readonly SourceDocument[]): readonly InputSet[] {
  return [...groupedBy(documents, ({ set }) => set)].map(([number, own]) => new InputSet(number, own));
}

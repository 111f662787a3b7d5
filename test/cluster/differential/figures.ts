import type { Run } from './differential';
import type { UpdateRun } from './updates';

/** The figures of one kind in one version. */
export interface KindResult {
  readonly kind: string;
  readonly objects: number;
  readonly edited: number;
  readonly editedRejected: number;
  readonly falseAccepts: number;
  readonly falseRejects: number;
  readonly compared: number;
  readonly otherPaths: number;
  readonly leaves: number;
  readonly leavesSet: number;
  readonly leavesMutated: number;
  readonly messages: number;
}

export interface UpdateResult {
  readonly kind: string;
  readonly updates: number;
  readonly rejected: number;
  readonly falseAccepts: number;
  readonly falseRejects: number;
  readonly otherPaths: number;
}

/** The figures of one version: what docs/admission.md is written from. */
export interface VersionResult {
  readonly version: string;
  readonly seed: number;
  readonly kinds: readonly KindResult[];
  readonly updates: readonly UpdateResult[];
  /** Every distinct complaint of the server, with names and numbers taken out. */
  readonly messages: readonly string[];
}

/** Sums up the runs of one version. */
export function resultOf(
  version: string,
  seed: number,
  { tallies }: Run,
  updates: readonly UpdateRun[],
): VersionResult {
  const kinds = [...tallies.values()].map((tally): KindResult => {
    const { objects, edited, editedRejected, falseAccepts, falseRejects, compared, otherPaths } = tally;
    const { leaves, set, mutated } = tally.coverage();
    const figures = { objects, edited, editedRejected, falseAccepts, falseRejects, compared, otherPaths };
    return {
      kind: tally.kind,
      ...figures,
      leaves,
      leavesSet: set,
      leavesMutated: mutated,
      messages: tally.messages.size,
    };
  });
  const messages = [...new Set([...tallies.values()].flatMap((tally) => [...tally.messages]))].sort();
  return { version, seed, kinds, updates: updates.map(updateResultOf), messages };
}

function updateResultOf({ kind, updates, rejected, disagreements }: UpdateRun): UpdateResult {
  const count = (difference: string) => disagreements.filter((each) => each.difference === difference).length;
  return {
    kind,
    updates,
    rejected,
    falseAccepts: count('false accept'),
    falseRejects: count('false reject'),
    otherPaths: count('paths'),
  };
}

import fc from 'fast-check';
import type { Schema } from '../../../lib/admission/structure/schema';
import type { JsonObject } from '../../../lib/kubernetes/json';
import { type Edit, editAt, leavesOf, type Position, positionsIn } from './edits';

/** One object of the test: a base and what was changed in it. */
export interface Case {
  readonly base: JsonObject;
  readonly edits: readonly Edit[];
}

/** Changes one to three things in a base. */
export function randomCase(base: JsonObject, type: string, schema: Schema): fc.Arbitrary<Case> {
  const positions = positionsIn(base, type, schema);
  const edit = fc.constantFrom(...positions).chain((position) => editAt(position, schema));
  return fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => ({ base, edits }));
}

/** One case for each leaf of a kind, in random order, so that all are set and changed at least once. */
export function leafCases(base: JsonObject, type: string, schema: Schema): readonly fc.Arbitrary<Case>[] {
  return leavesOf(type, schema).map((position: Position) =>
    editAt(position, schema).map((edit) => ({ base, edits: [edit] })),
  );
}

import fc from 'fast-check';
import type { Schema } from '../../../lib/admission/structure/schema';
import type { JsonObject } from '../../../lib/kubernetes/json';
import { type Edit, editAt, fitAt, leavesOf, type Position, positionsIn } from './edits';

/** One object of the test: a base and what was changed in it. */
export interface Case {
  readonly base: JsonObject;
  readonly edits: readonly Edit[];
}

/** Changes one thing in a base, in one case of three two: with more, next to nothing would be accepted. */
export function randomCase(base: JsonObject, type: string, schema: Schema): fc.Arbitrary<Case> {
  const positions = positionsIn(base, type, schema);
  const edit = fc.constantFrom(...positions).chain((position) => editAt(position, schema));
  const one = edit.map((each) => [each]);
  const edits = fc.oneof({ weight: 2, arbitrary: one }, { weight: 1, arbitrary: fc.tuple(edit, edit) });
  return edits.map((each) => ({ base, edits: each }));
}

/** Two cases for each leaf of a kind, so that all are set and changed: one value that may fit, one change of any sort. */
export function leafCases(base: JsonObject, type: string, schema: Schema): readonly fc.Arbitrary<Case>[] {
  return leavesOf(type, schema).flatMap((position: Position) =>
    [fitAt(position, schema), editAt(position, schema)].map((edit) => edit.map((each) => ({ base, edits: [each] }))),
  );
}

import fc from 'fast-check';
import type { Schema } from '../../../lib/admission/structure/schema';
import type { JsonObject } from '../../../lib/kubernetes/views/json';
import { type Edit, editAt, fitAt, leavesOf, type Position, positionsIn } from './edits';

/** One object of the test: a base and what was changed in it. */
export interface Case {
  readonly base: JsonObject;
  readonly edits: readonly Edit[];
}

/** Kinds in which a single change seldom makes an object wrong, with how many are made at most. Others: two. */
const MOST_EDITS: Readonly<Record<string, number>> = {
  ServiceAccount: 5,
  Namespace: 4,
  ConfigMap: 3,
  Role: 3,
  Secret: 3,
  PersistentVolumeClaim: 3,
  PodDisruptionBudget: 3,
  Service: 3,
};

/** Changes a few things in a base, so that about as many objects are accepted as are refused. */
export function randomCase(base: JsonObject, type: string, schema: Schema): fc.Arbitrary<Case> {
  const positions = positionsIn(base, type, schema);
  const edit = fc.constantFrom(...positions).chain((position) => editAt(position, schema));
  const most = MOST_EDITS[type];
  const edits =
    most === undefined
      ? fc.oneof({ weight: 2, arbitrary: fc.tuple(edit) }, { weight: 1, arbitrary: fc.tuple(edit, edit) })
      : fc.array(edit, { minLength: most - 1, maxLength: most });
  return edits.map((each) => ({ base, edits: each }));
}

/** Two cases for each leaf of a kind, so that all are set and changed: one value that may fit, one change of any sort. */
export function leafCases(base: JsonObject, type: string, schema: Schema): readonly fc.Arbitrary<Case>[] {
  return leavesOf(type, schema).flatMap((position: Position) =>
    [fitAt(position, schema), editAt(position, schema)].map((edit) => edit.map((each) => ({ base, edits: [each] }))),
  );
}

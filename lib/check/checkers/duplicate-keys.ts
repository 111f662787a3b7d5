import type { Checker } from '../checker';
import { ADMITTED } from './admitted';

/** Says what the reader of a text saw and nobody sees later, since a parsed object holds each key once. */
export const duplicateKeys: Checker = function* (_, { duplicateKeys: seen = [], runs }) {
  for (const { index, message, location } of seen) {
    if (!runs(ADMITTED.id, index)) continue;
    const fix = 'Keep the one that is meant and remove the other.';
    const see = ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation'];
    yield { entry: { ...ADMITTED, see }, index, violations: [{ message, path: '', fix, location }] };
  }
};

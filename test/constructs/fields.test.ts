import fc from 'fast-check';
import { copyOf } from '../../lib/constructs/fields';

const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

test('a copy equals what it was made of, and shares no object or list with it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy = copyOf(value);
      expect(copy).toEqual(value);
      const own = new Set(objectsIn(value));
      expect(objectsIn(copy).filter((each) => own.has(each))).toEqual([]);
    }),
  );
});

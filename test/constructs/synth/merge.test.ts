import fc from 'fast-check';
import { mergeInto } from '../../../lib/constructs/synth/merge';

const merged = (target: object, overlay: object) => {
  const copy = structuredClone(target) as Record<string, unknown>;
  mergeInto(copy, overlay as Record<string, unknown>);
  return copy;
};

test('containers and volumes are merged by name, and those that are not spoken of stay', () => {
  const target = {
    containers: [
      { name: 'app', image: 'a' },
      { name: 'late', image: 'b' },
    ],
    volumes: [{ name: 'x' }],
  };
  expect(merged(target, { containers: [{ name: 'app', tty: true }], volumes: [{ name: 'y' }] })).toEqual({
    containers: [
      { name: 'app', image: 'a', tty: true },
      { name: 'late', image: 'b' },
    ],
    volumes: [{ name: 'x' }, { name: 'y' }],
  });
});

test('other lists gain what they lack', () => {
  expect(merged({ tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'a' }, { key: 'b' }] })).toEqual({
    tolerations: [{ key: 'a' }, { key: 'b' }],
  });
});

test('merging twice is merging once, and undefined changes nothing', () => {
  const json = fc.dictionary(
    fc.constantFrom('a', 'b', 'containers'),
    fc.oneof(
      fc.integer(),
      fc.uniqueArray(fc.record({ name: fc.constantFrom('x', 'y'), n: fc.integer() }), {
        maxLength: 2,
        selector: ({ name }) => name,
      }),
    ),
  );
  fc.assert(
    fc.property(json, json, (target, overlay) => {
      const once = merged(target, overlay);
      expect(merged(once, overlay)).toEqual(once);
      expect(merged(target, Object.fromEntries(Object.keys(overlay).map((key) => [key, undefined])))).toEqual(target);
    }),
  );
});

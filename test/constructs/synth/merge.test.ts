import fc from 'fast-check';
import { mergeInto } from '../../../lib/constructs/synth/merge';

const merged = (target: object, overlay: object) => {
  const copy = structuredClone(target) as Record<string, unknown>;
  mergeInto(copy, overlay as Record<string, unknown>);
  return copy;
};

test('objects are merged key by key, and what is not spoken of stays', () => {
  expect(merged({ metadata: { name: 'web', labels: { a: '1' } } }, { metadata: { labels: { b: '2' } } })).toEqual({
    metadata: { name: 'web', labels: { a: '1', b: '2' } },
  });
});

test('merging twice is merging once, and undefined changes nothing', () => {
  const json = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(json, json, (target, overlay) => {
      const once = merged(target, overlay);
      expect(merged(once, overlay)).toEqual(once);
      expect(merged(target, Object.fromEntries(Object.keys(overlay).map((key) => [key, undefined])))).toEqual(target);
    }),
  );
});

import { ManifestSet, type SetObject } from '../../../lib/kubernetes/set/manifest-set';
import { rememberPerObject, rememberPerSet } from '../../../lib/kubernetes/set/remember';

const set = ManifestSet.of([{ kind: 'A' }, { kind: 'B' }]);

test('what was worked out about an object is worked out once, be it nothing', () => {
  const work = jest.fn((_: ManifestSet, { ref }: SetObject) => (ref.kind === 'A' ? 'a' : undefined));
  const remembered = rememberPerObject(work);
  const read = () => set.objects.map((object) => remembered(set, object));
  expect([read(), read()]).toEqual([
    ['a', undefined],
    ['a', undefined],
  ]);
  expect(work).toHaveBeenCalledTimes(2);
});

test('what was worked out about a set is worked out once, and anew for another', () => {
  const work = jest.fn((each: ManifestSet) => each.objects.length);
  const remembered = rememberPerSet(work);
  expect([remembered(set), remembered(set), remembered(ManifestSet.of([]))]).toEqual([2, 2, 0]);
  expect(work).toHaveBeenCalledTimes(2);
});

import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { withoutVariants } from '../../lib/workloads/variants';
import { budget } from '../rules/support';

test('of the variants of an object the first stands for all', () => {
  const set = ManifestSet.of([budget({ minAvailable: 1 }), budget({ minAvailable: 2 }), budget({}, 'other')]);
  expect(withoutVariants(set.objects)).toEqual([set.objects[0], set.objects[2]]);
});

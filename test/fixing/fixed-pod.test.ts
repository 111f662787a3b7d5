import { changeField } from '../../lib/fixing/change';
import { refusedOnFixedPod } from '../../lib/fixing/fixed-pod';
import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import { workload } from '../rules/support';

const objectOf = (kind: string) => ManifestSet.of([workload({ kind })]).objects[0] as SetObject;

test.each([
  ['Pod', 'spec.terminationGracePeriodSeconds'],
  ['Job', 'spec.template.spec.terminationGracePeriodSeconds'],
])('the pod of a %s cannot be changed once it is there', (kind, path) => {
  expect(refusedOnFixedPod(changeField(path, 60), objectOf(kind))).toEqual({
    because: `the pod of a ${kind} cannot be changed once it is there: delete it and create it anew`,
  });
});

test('what is not its pod can, as can the pods of a Deployment and objects that run none', () => {
  const ofJob = changeField('spec.activeDeadlineSeconds', 60);
  expect(refusedOnFixedPod(ofJob, objectOf('Job'))).toBe(ofJob);
  const ofPod = changeField('spec.template.spec.terminationGracePeriodSeconds', 60);
  expect(refusedOnFixedPod(ofPod, objectOf('Deployment'))).toBe(ofPod);
  const [budget] = ManifestSet.of([{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' }]).objects;
  expect(refusedOnFixedPod(ofPod, budget as SetObject)).toBe(ofPod);
});

test('a refusal and a further object stay as they are', () => {
  for (const change of [{ because: 'so' }, { kind: 'append', manifest: {} } as const]) {
    expect(refusedOnFixedPod(change, objectOf('Pod'))).toBe(change);
  }
});

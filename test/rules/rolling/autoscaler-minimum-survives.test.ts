import { count, found, hpa, scaledObject, service, workload } from '../support';

const RULE = 'autoscaler-minimum-survives';

test('the minimum defaults to 1, and the finding is on the autoscaler', () => {
  expect(found(RULE, [workload(), hpa(undefined)])).toEqual(['warning web spec']);
  expect(found(RULE, [workload(), hpa(1)])).toEqual(['warning web spec.minReplicas']);
  expect(found(RULE, [workload(), hpa(2)])).toEqual([]);
  expect(found(RULE, [workload(), hpa(0)])).toHaveLength(1);
});

test('what serves nothing may go down to 1', () => {
  expect(count(RULE, [service({ selector: { app: 'other' } }), workload(), hpa(1)])).toBe(0);
});

test('KEDA at 1 is told, scaling to 0 is by choice', () => {
  expect([count(RULE, [workload(), scaledObject(1)]), count(RULE, [workload(), scaledObject(0)])]).toEqual([1, 0]);
});

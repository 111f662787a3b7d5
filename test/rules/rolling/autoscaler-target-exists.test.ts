import { count, hpa, scaledObject, workload } from '../support';

const RULE = 'autoscaler-target-exists';
const other = workload({ name: 'other', labels: { app: 'other' } });

test('a target that is missing is told where the set holds workloads', () => {
  expect(count(RULE, [hpa(2), other])).toBe(1);
  expect(count(RULE, [hpa(2)])).toBe(0);
  expect(count(RULE, [hpa(2), workload()])).toBe(0);
  expect(count(RULE, [scaledObject(2), other])).toBe(1);
});

test('a custom resource may be made by an operator', () => {
  const target = { apiVersion: 'example.com/v1', kind: 'Fleet', name: 'web' };
  expect(count(RULE, [hpa(2, { scaleTargetRef: target }), other])).toBe(0);
});

test('a Rollout that refers to a Deployment is there', () => {
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web' },
    spec: { workloadRef: { name: 'x' } },
  };
  const target = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };
  expect(count(RULE, [hpa(2, { scaleTargetRef: target }), other, rollout])).toBe(0);
});

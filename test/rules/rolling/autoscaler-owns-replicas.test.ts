import { count, hpa, scaledObject, workload } from '../support';

const RULE = 'autoscaler-owns-replicas';
const fixed = workload({ spec: { replicas: 3 } });

test('an HPA and a ScaledObject both own the replicas', () => {
  expect(count(RULE, [fixed, hpa(3)])).toBe(1);
  expect(count(RULE, [fixed, scaledObject(1)])).toBe(1);
  expect(count(RULE, [workload(), hpa(3)])).toBe(0);
  expect(count(RULE, [fixed])).toBe(0);
});

test('an autoscaler of another kind, name or namespace owns nothing here', () => {
  const target = (kind: string, name: string) => hpa(3, { scaleTargetRef: { apiVersion: 'apps/v1', kind, name } });
  expect(count(RULE, [fixed, target('StatefulSet', 'web')])).toBe(0);
  expect(count(RULE, [fixed, target('Deployment', 'other')])).toBe(0);
  const [a, b] = [
    { ...hpa(3), metadata: { name: 'web', namespace: 'a' } },
    workload({ namespace: 'b', spec: { replicas: 3 } }),
  ];
  expect(count(RULE, [a, b])).toBe(0);
});

test('0 replicas turn the autoscaler off, on purpose', () => {
  expect(count(RULE, [workload({ spec: { replicas: 0 } }), hpa(3)])).toBe(0);
});

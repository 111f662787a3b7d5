import { budget, count, hpa, scaledObject, service, workload } from '../support';

const RULE = 'budget-exists';
const three = workload({ labels: { app: 'web', tier: 'front' }, spec: { replicas: 3 } });
const selecting = (matchLabels: Record<string, string>, extra: object = {}) =>
  budget({ selector: { matchLabels }, maxUnavailable: 1, ...extra });

test('every label of the selector has to match', () => {
  expect(count(RULE, [three])).toBe(1);
  expect(count(RULE, [three, selecting({ app: 'web' })])).toBe(0);
  expect(count(RULE, [three, selecting({ app: 'web', tier: 'back' })])).toBe(1);
  expect(count(RULE, [three, selecting({})])).toBe(0);
});

test('expressions count, and a selector that is missing matches nothing', () => {
  const expression = { matchExpressions: [{ key: 'tier', operator: 'In', values: ['front', 'mid'] }] };
  expect(count(RULE, [three, budget({ selector: expression })])).toBe(0);
  expect(count(RULE, [three, budget({ selector: null })])).toBe(1);
});

test('a budget of another namespace protects nothing', () => {
  expect(count(RULE, [workload({ namespace: 'a', spec: { replicas: 2 } }), budget({}, 'web', 'b')])).toBe(1);
  expect(count(RULE, [workload({ namespace: 'a', spec: { replicas: 2 } }), budget({}, 'web')])).toBe(0);
});

test('one replica needs none, and the minimum of an autoscaler counts', () => {
  expect(count(RULE, [workload()])).toBe(0);
  expect(count(RULE, [workload(), hpa(2)])).toBe(1);
  expect(count(RULE, [three, hpa(1)])).toBe(0);
  expect(count(RULE, [three, scaledObject(0)])).toBe(0);
});

test('a Deployment that serves nothing needs none, any StatefulSet does', () => {
  const other = service({ selector: { app: 'other' } });
  expect(count(RULE, [other, three])).toBe(0);
  expect(count(RULE, [other, workload({ kind: 'StatefulSet', spec: { replicas: 2 } })])).toBe(1);
});

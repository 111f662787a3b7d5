import { budget, count, hpa, messages, scaledObject, workload } from '../support';

const RULE = 'budget-allows-eviction';
const of = (replicas: number) => workload({ spec: { replicas } });

test.each([
  [{ minAvailable: 2 }, 2, 1],
  [{ minAvailable: 1 }, 2, 0],
  [{ minAvailable: '100%' }, 5, 1],
  [{ minAvailable: '51%' }, 2, 1],
  [{ minAvailable: '50%' }, 2, 0],
  [{ maxUnavailable: 0 }, 5, 1],
  [{ maxUnavailable: '0%' }, 5, 1],
  [{ maxUnavailable: '1%' }, 5, 0],
  [{ maxUnavailable: 1 }, 1, 0],
  [{}, 3, 0],
])('%j with %i replicas gives %i findings', (spec, replicas, expected) => {
  expect(count(RULE, [of(replicas), budget(spec)])).toBe(expected);
});

test('the minimum of an autoscaler counts, whatever replicas says', () => {
  expect(count(RULE, [of(5), hpa(2), budget({ minAvailable: 2 })])).toBe(1);
  expect(count(RULE, [of(1), hpa(3), budget({ minAvailable: 2 })])).toBe(0);
  expect(count(RULE, [of(5), scaledObject(2), budget({ minAvailable: 2 })])).toBe(1);
});

test('the pods of all matched workloads are counted together', () => {
  const other = workload({ name: 'canary', spec: { replicas: 1 } });
  expect(count(RULE, [of(2), other, budget({ minAvailable: 2 })])).toBe(0);
  expect(count(RULE, [of(2), other, budget({ minAvailable: 3 })])).toBe(1);
});

test('variants of a workload are one, and the one with the most pods counts', () => {
  const origins = ['base.yaml', 'prod.yaml', 'pdb.yaml'];
  expect(count(RULE, [of(1), of(3), budget({ minAvailable: 2 })], { origins })).toBe(0);
  expect(count(RULE, [of(1), of(1), budget({ minAvailable: 1 })], { origins })).toBe(1);
});

test('what matches nothing, or pods that no manifest counts, is judged by the literal alone', () => {
  expect(count(RULE, [budget({ minAvailable: 1 })])).toBe(0);
  expect(messages(RULE, [budget({ maxUnavailable: 0 })])).toEqual([
    'maxUnavailable 0 lets none of its pods be evicted',
  ]);
  expect(count(RULE, [workload({ kind: 'DaemonSet' }), budget({ minAvailable: 1 })])).toBe(0);
  expect(count(RULE, [of(0), budget({ minAvailable: 1 })])).toBe(0);
});

import { count, workload } from '../support';

const RULE = 'rollout-keeps-capacity';
const fires = (replicas: number, maxUnavailable: number | string) =>
  count(RULE, [workload({ spec: { replicas, strategy: { rollingUpdate: { maxUnavailable } } } })]);

test('a third is well, and more is not', () => {
  expect(fires(3, 1)).toBe(0);
  expect(fires(2, 1)).toBe(1);
  expect(fires(4, '50%')).toBe(1);
  expect(fires(10, '33%')).toBe(0);
  expect(fires(10, 4)).toBe(1);
});

test('all of them is the business of another rule, the default is well', () => {
  expect(fires(2, 2)).toBe(0);
  expect(count(RULE, [workload({ spec: { replicas: 8 } })])).toBe(0);
});

import { count, workload } from '../support';

const RULE = 'grace-is-positive';
const fires = (terminationGracePeriodSeconds?: number) =>
  count(RULE, [
    workload({ pod: terminationGracePeriodSeconds === undefined ? {} : { terminationGracePeriodSeconds } }),
  ]);

test('0 and less is no time, and 30 s are the default', () => {
  expect([fires(0), fires(-1), fires(1), fires()]).toEqual([1, 1, 0, 0]);
});

test('a workload of 0 replicas is left alone', () => {
  expect(count(RULE, [workload({ spec: { replicas: 0 }, pod: { terminationGracePeriodSeconds: 0 } })])).toBe(0);
});

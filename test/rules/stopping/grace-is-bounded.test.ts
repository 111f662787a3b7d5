import { count, workload } from '../support';

test('10 minutes are well, and a second more is not', () => {
  const fires = (terminationGracePeriodSeconds: number) =>
    count('grace-is-bounded', [workload({ pod: { terminationGracePeriodSeconds } })]);
  expect([fires(600), fires(601)]).toEqual([0, 1]);
});

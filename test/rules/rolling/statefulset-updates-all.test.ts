import { count, workload } from '../support';

test('a partition above 0 is told', () => {
  const fires = (partition?: number, kind = 'StatefulSet') =>
    count('statefulset-updates-all', [
      workload({ kind, spec: { updateStrategy: { rollingUpdate: partition === undefined ? {} : { partition } } } }),
    ]);
  expect([fires(1), fires(0), fires(), fires(1, 'DaemonSet')]).toEqual([1, 0, 0, 0]);
});

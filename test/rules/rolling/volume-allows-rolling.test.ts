import { claim, count, MOUNTS_DATA, workload } from '../support';

const RULE = 'volume-allows-rolling';
const fires = (spec: object, ...modes: string[]) =>
  count(RULE, [claim(...modes), workload({ spec: spec as never, pod: MOUNTS_DATA })]);

test('more than one replica, or a surge, needs a volume that many can mount', () => {
  expect(fires({ replicas: 2, strategy: { type: 'Recreate' } }, 'ReadWriteOnce')).toBe(1);
  expect(fires({ replicas: 1 }, 'ReadWriteOnce')).toBe(1);
  expect(fires({ replicas: 1, strategy: { type: 'Recreate' } }, 'ReadWriteOnce')).toBe(0);
  expect(fires({ replicas: 1, strategy: { rollingUpdate: { maxSurge: 0 } } }, 'ReadWriteOnce')).toBe(0);
  expect(fires({ replicas: 2 }, 'ReadWriteMany')).toBe(0);
  expect(fires({ replicas: 2 }, 'ReadWriteOnce', 'ReadWriteMany')).toBe(0);
});

test('a claim that is not in the set, and a StatefulSet, are not judged', () => {
  expect(count(RULE, [workload({ spec: { replicas: 2 }, pod: MOUNTS_DATA })])).toBe(0);
  expect(
    count(RULE, [claim('ReadWriteOnce'), workload({ kind: 'StatefulSet', spec: { replicas: 2 }, pod: MOUNTS_DATA })]),
  ).toBe(0);
});

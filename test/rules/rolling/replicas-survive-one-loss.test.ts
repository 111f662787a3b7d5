import { found, hpa, service, workload } from '../support';

const RULE = 'replicas-survive-one-loss';

test('one replica, written or by default, is told of what serves', () => {
  expect(found(RULE, [workload()])).toEqual(['warning web spec']);
  expect(found(RULE, [workload({ spec: { replicas: 1 } })])).toEqual(['warning web spec.replicas']);
  expect(found(RULE, [workload({ spec: { replicas: 2 } })])).toEqual([]);
  expect(found(RULE, [workload({ spec: { replicas: 0 } })])).toEqual([]);
  expect(found(RULE, [service({ selector: { app: 'other' } }), workload()])).toEqual([]);
});

test('an autoscaler has its own rule, a DaemonSet has no replicas', () => {
  expect(found(RULE, [workload(), hpa(1)])).toEqual([]);
  expect(found(RULE, [service(), workload({ kind: 'DaemonSet' })])).toEqual([]);
  expect(found(RULE, [service(), workload({ kind: 'StatefulSet' })])).toHaveLength(1);
});

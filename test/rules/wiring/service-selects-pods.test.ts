import { found, service, workload } from '../support';

const RULE = 'service-selects-pods';

test('a selector that matches nothing is told where the set holds workloads', () => {
  const lost = service({ selector: { app: 'website' } });
  expect(found(RULE, [lost, workload()])).toEqual(['warning web spec.selector']);
  expect(found(RULE, [lost])).toEqual([]);
  expect(found(RULE, [service(), workload()])).toEqual([]);
});

test('without selector, and as ExternalName, a Service selects by other means', () => {
  expect(found(RULE, [service({ selector: {} }), workload()])).toEqual([]);
  expect(
    found(RULE, [service({ selector: { app: 'x' }, type: 'ExternalName', externalName: 'a.b' }), workload()]),
  ).toEqual([]);
});

test('namespaces are kept apart', () => {
  expect(found(RULE, [service({}, 'web', 'a'), workload({ namespace: 'b' })])).toHaveLength(1);
});

test('the pods of a job beside those that serve are told, a Service for a job alone is meant', () => {
  const job = workload({ kind: 'Job', name: 'job' });
  expect(found(RULE, [service(), workload(), job])).toHaveLength(1);
  expect(found(RULE, [service(), job])).toEqual([]);
});

test('labels that controllers add are on every pod', () => {
  const first = service({ selector: { app: 'web', 'statefulset.kubernetes.io/pod-name': 'web-0' } });
  expect(found(RULE, [first, workload({ kind: 'StatefulSet' })])).toEqual([]);
  const alone = (labels: Record<string, string>) => service({ selector: labels });
  expect(
    found(RULE, [alone({ 'statefulset.kubernetes.io/pod-name': 'web-0' }), workload({ kind: 'StatefulSet' })]),
  ).toEqual([]);
  expect(
    found(RULE, [alone({ 'statefulset.kubernetes.io/pod-name': 'db-0' }), workload({ kind: 'StatefulSet' })]),
  ).toHaveLength(1);
  expect(found(RULE, [alone({ 'job-name': 'web' }), workload(), workload({ kind: 'Job' })])).toEqual([]);
  expect(found(RULE, [alone({ 'pod-template-hash': 'abc' }), workload()])).toEqual([]);
});

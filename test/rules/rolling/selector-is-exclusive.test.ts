import { found, workload } from '../support';

const RULE = 'selector-is-exclusive';
const shared = { app: 'shop' };
const a = workload({ name: 'a', labels: shared });
const b = workload({ name: 'b', labels: shared });

test('a pair is told once, on the later of the two', () => {
  expect(found(RULE, [a, b])).toEqual(['error b spec.selector']);
});

test('both have to select the other', () => {
  const narrow = workload({ name: 'b', labels: { ...shared, component: 'b' } });
  expect(found(RULE, [a, narrow])).toEqual([]);
});

test('other namespaces do not meet', () => {
  expect(
    found(RULE, [
      workload({ name: 'a', namespace: 'x', labels: shared }),
      workload({ name: 'b', namespace: 'y', labels: shared }),
    ]),
  ).toEqual([]);
});

test('variants of one object are not rivals, nor are alternatives in different files', () => {
  const origins = ['base/a.yaml', 'base/b.yaml'];
  expect(found(RULE, [a, a], { origins })).toEqual([]);
  expect(found(RULE, [a, workload({ name: 'a', kind: 'DaemonSet', labels: shared })], { origins })).toEqual([]);
  expect(found(RULE, [a, b], { origins: ['one/a.yaml', 'two/b.yaml'] })).toEqual([]);
});

test('two of a kind in two files of one folder may be alternatives still, so it is a warning', () => {
  expect(found(RULE, [a, b], { origins: ['base/a.yaml', 'base/b.yaml'] })).toEqual(['warning b spec.selector']);
});

test('jobs and workloads of 0 replicas are left alone', () => {
  expect(found(RULE, [a, workload({ kind: 'Job', name: 'j', labels: shared })])).toEqual([]);
  expect(found(RULE, [a, workload({ name: 'b', labels: shared, spec: { replicas: 0 } })])).toEqual([]);
});

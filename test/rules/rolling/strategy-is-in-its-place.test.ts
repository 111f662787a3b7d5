import { found, workload } from '../support';

const RULE = 'strategy-is-in-its-place';
const strategy = { type: 'RollingUpdate' };

test('the wrong field for the kind is told', () => {
  expect(found(RULE, [workload({ spec: { updateStrategy: strategy } })])).toEqual(['error web spec.updateStrategy']);
  expect(found(RULE, [workload({ kind: 'StatefulSet', spec: { strategy } })])).toEqual(['error web spec.strategy']);
  expect(found(RULE, [workload({ kind: 'DaemonSet', spec: { updateStrategy: strategy } })])).toEqual([]);
  expect(found(RULE, [workload({ spec: { strategy } })])).toEqual([]);
});

test('every place where it is ignored is told', () => {
  const object = workload({ pod: { strategy } });
  const misplaced = { ...object, strategy } as typeof object;
  expect(found(RULE, [misplaced])).toEqual(['error web strategy', 'error web spec.template.spec.strategy']);
});

test('kinds without a strategy ignore both', () => {
  expect(found(RULE, [workload({ kind: 'ReplicaSet', spec: { strategy } })])).toEqual(['error web spec.strategy']);
  expect(found(RULE, [workload({ kind: 'Pod', pod: { strategy } })])).toEqual(['error web spec.strategy']);
});

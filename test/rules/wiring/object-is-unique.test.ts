import { found, service, workload } from '../support';

const RULE = 'object-is-unique';

test('the later of two is told, once for each copy', () => {
  expect(found(RULE, [service(), service(), service()])).toEqual([
    'error web metadata.name',
    'error web metadata.name',
  ]);
});

test('kind, group, namespace and name make an identity; the version does not', () => {
  expect(found(RULE, [service(), workload()])).toEqual([]);
  expect(found(RULE, [service({}, 'web', 'a'), service({}, 'web', 'b')])).toEqual([]);
  expect(found(RULE, [workload(), workload({ apiVersion: 'apps/v1beta2' })])).toHaveLength(1);
});

test('no namespace is the one named namespace of the set', () => {
  expect(found(RULE, [service({}, 'web', 'a'), service()])).toHaveLength(1);
});

test('in different files they are variants', () => {
  expect(found(RULE, [service(), service()], { origins: ['base.yaml', 'prod.yaml'] })).toEqual([]);
});

test('a generated name is new each time', () => {
  const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'run-' } };
  expect(found(RULE, [job, { ...job }])).toEqual([]);
});

import { claim, found, MOUNTS_DATA, service, workload } from '../support';

const RULE = 'strategy-is-rolling';
const recreate = { strategy: { type: 'Recreate' } };

test('Recreate is told of what serves, and of nothing else', () => {
  expect(found(RULE, [service(), workload({ spec: recreate })])).toEqual(['warning web spec.strategy.type']);
  expect(found(RULE, [service({ selector: { app: 'other' } }), workload({ spec: recreate })])).toEqual([]);
});

test('a volume of one writer excuses it', () => {
  const mounting = workload({ spec: recreate, pod: MOUNTS_DATA });
  expect(found(RULE, [claim('ReadWriteOnce'), mounting])).toEqual([]);
  expect(found(RULE, [claim('ReadWriteOncePod'), mounting])).toEqual([]);
  expect(found(RULE, [claim('ReadWriteMany'), mounting])).toHaveLength(1);
  expect(found(RULE, [mounting])).toEqual([]);
});

test('OnDelete is told of StatefulSets and DaemonSets, served or not', () => {
  const spec = { updateStrategy: { type: 'OnDelete' } };
  const other = service({ selector: { app: 'other' } });
  expect(found(RULE, [other, workload({ kind: 'StatefulSet', spec })])).toHaveLength(1);
  expect(found(RULE, [other, workload({ kind: 'DaemonSet', spec })])).toHaveLength(1);
});

test('an Argo Rollout rolls, a DeploymentConfig may recreate', () => {
  const rollout = workload({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    spec: { strategy: { blueGreen: {} } },
  });
  const config = workload({ apiVersion: 'apps.openshift.io/v1', kind: 'DeploymentConfig', spec: recreate });
  expect(found(RULE, [service(), rollout])).toEqual([]);
  expect(found(RULE, [service(), config])).toHaveLength(1);
});

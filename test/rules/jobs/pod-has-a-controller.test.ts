import { count, workload } from '../support';

const RULE = 'pod-has-a-controller';
const pod = (parts: object) => workload({ kind: 'Pod', ...parts });

test('a bare pod that is to keep running is told', () => {
  expect(count(RULE, [pod({})])).toBe(1);
  expect(count(RULE, [pod({ pod: { restartPolicy: 'OnFailure' } })])).toBe(0);
  expect(count(RULE, [workload()])).toBe(0);
});

test('one that has an owner, mirrors a file of its node or is a hook of Helm is not bare', () => {
  const owned = { ...pod({}), metadata: { name: 'web', ownerReferences: [{ kind: 'ReplicaSet', name: 'web' }] } };
  expect(count(RULE, [owned])).toBe(0);
  expect(count(RULE, [pod({ annotations: { 'kubernetes.io/config.mirror': 'x' } })])).toBe(0);
  expect(count(RULE, [pod({ annotations: { 'helm.sh/hook': 'test' } })])).toBe(0);
});

import { claim, count, found, hpa, MOUNTS_DATA, scaledObject, service, workload } from '../support';

const RULE = 'rollout-keeps-a-pod';
const rolling = (replicas: number | undefined, rollingUpdate: object) =>
  workload({
    spec: { ...(replicas !== undefined && { replicas }), strategy: { rollingUpdate: rollingUpdate as never } },
  });
const fires = (replicas: number | undefined, rollingUpdate: object) => count(RULE, [rolling(replicas, rollingUpdate)]);

test('percentages are resolved as the Deployment controller does: unavailable down, surge up', () => {
  expect(fires(2, { maxSurge: 0, maxUnavailable: '100%' })).toBe(1);
  expect(fires(2, { maxSurge: 0, maxUnavailable: '99%' })).toBe(0);
  expect(fires(3, { maxUnavailable: 3 })).toBe(1);
  expect(fires(3, { maxUnavailable: 5 })).toBe(1);
  expect(fires(3, { maxUnavailable: 2 })).toBe(0);
});

test('one replica: the defaults surge, and where both come to 0 the one pod goes', () => {
  expect(fires(undefined, {})).toBe(0);
  expect(fires(1, { maxSurge: 0 })).toBe(1);
  expect(fires(1, { maxSurge: '0%', maxUnavailable: '25%' })).toBe(1);
  expect(fires(1, { maxUnavailable: 1 })).toBe(1);
  expect(fires(1, { maxSurge: 1, maxUnavailable: 0 })).toBe(0);
});

test('one replica with a volume of one writer has no other way', () => {
  const single = workload({
    spec: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } },
    pod: MOUNTS_DATA,
  });
  expect(count(RULE, [claim('ReadWriteOnce'), single])).toBe(0);
  expect(count(RULE, [single])).toBe(0);
  expect(count(RULE, [claim('ReadWriteMany'), single])).toBe(1);
});

test('the minimum of an autoscaler counts in place of the replicas', () => {
  const object = rolling(5, { maxSurge: 0, maxUnavailable: 2 });
  expect(count(RULE, [object])).toBe(0);
  expect(count(RULE, [object, hpa(2)])).toBe(1);
  expect(count(RULE, [object, scaledObject(2)])).toBe(1);
  expect(count(RULE, [object, scaledObject(undefined)])).toBe(0);
});

test('of variants of an autoscaler the best counts', () => {
  const object = rolling(5, { maxSurge: 0, maxUnavailable: 2 });
  expect(count(RULE, [object, hpa(2), hpa(4)], { origins: ['web.yaml', 'base.yaml', 'prod.yaml'] })).toBe(0);
});

test('a DaemonSet at 100% takes all nodes, a number takes as many', () => {
  const agent = (maxUnavailable: number | string) =>
    count(RULE, [
      service(),
      workload({ kind: 'DaemonSet', spec: { updateStrategy: { rollingUpdate: { maxUnavailable } } } }),
    ]);
  expect([agent('100%'), agent('50%'), agent(10)]).toEqual([1, 0, 0]);
});

test('a StatefulSet goes one by one, since its maxUnavailable is not honoured', () => {
  const spec = { replicas: 3, updateStrategy: { rollingUpdate: { maxUnavailable: 3 } } };
  expect(count(RULE, [workload({ kind: 'StatefulSet', spec })])).toBe(0);
});

test('an Argo canary is resolved alike, a blue-green Rollout keeps all', () => {
  const rollout = (strategy: object) =>
    count(RULE, [
      workload({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        spec: { replicas: 2, strategy: strategy as never },
      }),
    ]);
  expect(rollout({ canary: { maxSurge: 0, maxUnavailable: '100%' } })).toBe(1);
  expect(rollout({ blueGreen: {} })).toBe(0);
});

test('the finding points to what is written', () => {
  expect(found(RULE, [rolling(1, { maxSurge: 0 })])).toEqual(['error web spec.strategy.rollingUpdate']);
});

import { claim, found, MOUNTS_DATA, workload } from '../support';

const RULE = 'rollout-can-progress';
const hostPort = { ports: [{ containerPort: 80, hostPort: 80 }] };
const first = (objects: ReturnType<typeof workload>[]) => found(RULE, objects).map((each) => each.split(' ')[0]);

test('a ReadWriteOncePod claim needs the old pod gone', () => {
  const db = (rollingUpdate: object) =>
    workload({ pod: MOUNTS_DATA, spec: { strategy: { rollingUpdate: rollingUpdate as never } } });
  expect(first([claim('ReadWriteOncePod'), db({})])).toEqual(['error']);
  expect(first([claim('ReadWriteOncePod'), db({ maxSurge: 0, maxUnavailable: 1 })])).toEqual([]);
  expect(first([claim('ReadWriteOnce'), db({})])).toEqual([]);
});

test('a DaemonSet cannot surge on a port of the node', () => {
  const agent = (rollingUpdate: object, container: object = hostPort, pod: object = {}) =>
    first([
      workload({
        kind: 'DaemonSet',
        spec: { updateStrategy: { rollingUpdate: rollingUpdate as never } },
        container: container as never,
        pod: pod as never,
      }),
    ]);
  expect(agent({ maxSurge: 1, maxUnavailable: 0 })).toEqual(['error']);
  expect(agent({ maxSurge: '0%' })).toEqual([]);
  expect(agent({ maxSurge: 1, maxUnavailable: 0 }, {})).toEqual([]);
  expect(agent({ maxSurge: 1, maxUnavailable: 0 }, {}, { hostNetwork: true })).toEqual(['error']);
});

test('a Deployment with a host port needs a free node for each surge pod', () => {
  expect(first([workload({ container: hostPort })])).toEqual(['warning']);
  expect(first([workload({ container: hostPort, spec: { replicas: 4 } })])).toEqual([]);
  expect(first([workload({ container: hostPort, spec: { strategy: { type: 'Recreate' } } })])).toEqual([]);
});

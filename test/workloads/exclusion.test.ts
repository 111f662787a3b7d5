import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { deadlockOf, exclusionOf } from '../../lib/workloads/exclusion';
import { claim, MOUNTS_DATA, workload } from '../rules/support';

const exclusion = (objects: readonly Manifest[]) => {
  const set = ManifestSet.of(objects);
  return exclusionOf(set, set.objects[0] as SetObject);
};
const hostPort = { ports: [{ containerPort: 80, hostPort: 80 }] };

test('a host port of a plain init container is none; of a native sidecar it is one', () => {
  const init = (restartPolicy?: string) =>
    exclusion([
      workload({
        pod: {
          initContainers: [{ name: 'setup', image: 's:1', ...hostPort, ...(restartPolicy && { restartPolicy }) }],
        },
      }),
    ]).hostPort;
  expect(init()).toBeUndefined();
  expect(init('Always')?.port).toBe(80);
  expect(exclusion([workload({ container: hostPort })]).hostPort?.port).toBe(80);
});

test('who can mount a claim follows from its access modes, not from a mount that only reads', () => {
  const [volume] = MOUNTS_DATA.volumes as Array<{ persistentVolumeClaim: object }>;
  const readOnly = { persistentVolumeClaim: { ...volume?.persistentVolumeClaim, readOnly: true } };
  const pod = { ...MOUNTS_DATA, volumes: [{ ...volume, ...readOnly }] };
  expect(exclusion([workload({ pod }), claim('ReadWriteOnce')]).claim?.sharing).toBe('one-node');
  expect(exclusion([workload({ pod }), claim('ReadWriteOncePod')]).claim?.sharing).toBe('one-pod');
  expect(exclusion([workload({ pod }), claim('ReadWriteOnce', 'ReadOnlyMany')]).claim).toBeUndefined();
});

test('the tightest of two claims counts', () => {
  const volumes = ['logs', 'data'].map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const logs = { ...claim('ReadWriteOnce'), metadata: { name: 'logs' } };
  const found = exclusion([workload({ pod: { ...MOUNTS_DATA, volumes } }), logs, claim('ReadWriteOncePod')]);
  expect(found.claim).toMatchObject({ claim: 'data', sharing: 'one-pod' });
});

test('a rollout that lets every old pod go waits for nobody', () => {
  const found = exclusion([workload({ pod: MOUNTS_DATA }), claim('ReadWriteOncePod')]);
  const update = (unavailable: number) => deadlockOf('Deployment', { surge: 1, unavailable, partition: 0 }, 2, found);
  expect(update(2)).toBeUndefined();
  expect(update(1)).toMatchObject({ over: 'claim', staying: 1 });
  expect(deadlockOf('StatefulSet', { surge: 0, unavailable: 1, partition: 0 }, 2, found)).toBeUndefined();
});

test('on the network of its host every declared port is one of the node', () => {
  const ports = { ports: [{ containerPort: 9090 }] };
  expect(exclusion([workload({ container: ports, pod: { hostNetwork: true } })]).hostPort?.port).toBe(9090);
  expect(exclusion([workload({ container: ports, pod: { hostNetwork: false } })]).hostPort).toBeUndefined();
});

test('a host port blocks a Deployment only where no old pod may go, and a DaemonSet only where it surges', () => {
  const found = exclusion([workload({ container: hostPort })]);
  const over = (kind: 'Deployment' | 'DaemonSet', surge: number, unavailable: number) =>
    deadlockOf(kind, { surge, unavailable, partition: 0 }, 3, found)?.over;
  expect(over('Deployment', 1, 0)).toBe('host-port');
  expect(over('Deployment', 1, 1)).toBeUndefined();
  expect(over('DaemonSet', 0, 1)).toBeUndefined();
  expect(over('DaemonSet', 1, 0)).toBe('host-port');
  const claimed = exclusion([workload({ pod: MOUNTS_DATA }), claim('ReadWriteOncePod')]);
  expect(deadlockOf('DaemonSet', { surge: 1, unavailable: 0, partition: 0 }, 3, claimed)).toBeUndefined();
  expect(
    deadlockOf('Deployment', { surge: 1, unavailable: 0, partition: 0 }, 3, exclusion([workload()])),
  ).toBeUndefined();
});

import { PodAmount, RollingUpdate, Security } from '../../lib';
import { agent, synthOne } from './fixtures';

const set = (props: Parameters<typeof agent>[2] = {}) => synthOne('DaemonSet', (chart) => agent(chart, 'logs', props));

test('states every documented default', () => {
  expect(set().spec).toMatchObject({
    minReadySeconds: 0,
    revisionHistoryLimit: 10,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  });
  expect(set().spec.template.spec).toMatchObject({ terminationGracePeriodSeconds: 60, restartPolicy: 'Always' });
  expect(set().spec.template.spec).not.toHaveProperty('topologySpreadConstraints');
});

test('a surge means that no pod may be missing, as the API server demands', () => {
  const surge = RollingUpdate.of({ maxSurge: PodAmount.percent(20) });
  expect(set({ rollingUpdate: surge }).spec.updateStrategy.rollingUpdate).toEqual({
    maxSurge: '20%',
    maxUnavailable: 0,
  });
  const both = RollingUpdate.of({ maxSurge: PodAmount.pods(1), maxUnavailable: PodAmount.pods(1) });
  expect(() => set({ rollingUpdate: both })).toThrow(
    "'maxSurge' (1) and 'maxUnavailable' (1) of a NodeAgent must not both be set: leave one of them 0",
  );
});

test('reads files of the node, and writes them only where told', () => {
  const spec = set({
    hostPaths: [
      { hostPath: '/var/log' },
      { hostPath: '/run/agent', path: '/run', type: 'DirectoryOrCreate', readOnly: false },
    ],
  }).spec.template.spec;
  expect(spec.volumes.slice(0, 2)).toEqual([
    { name: 'host-0', hostPath: { path: '/var/log', type: '' } },
    { name: 'host-1', hostPath: { path: '/run/agent', type: 'DirectoryOrCreate' } },
  ]);
  expect(spec.containers[0].volumeMounts.slice(0, 2)).toEqual([
    { name: 'host-0', mountPath: '/var/log', readOnly: true },
    { name: 'host-1', mountPath: '/run', readOnly: false },
  ]);
});

test("uses the node's network and sees its processes only where told", () => {
  expect(set().spec.template.spec).not.toHaveProperty('hostNetwork');
  expect(set({ hostNetwork: true, hostPID: true }).spec.template.spec).toMatchObject({
    hostNetwork: true,
    hostPID: true,
  });
});

test('why a container is privileged is written into the manifest', () => {
  const { metadata, spec } = set({ security: Security.privileged('loads a kernel module') });
  expect(metadata.annotations['cdk8s-lifecycle/privileged']).toBe('loads a kernel module');
  expect(spec.template.spec.containers[0].securityContext).toEqual({ privileged: true });
});

import { HealthCheck, HealthChecks, PodManagementPolicy } from '../../lib';
import { find, newChart, stateful, synthesize, synthOne } from './fixtures';

const set = (props: Parameters<typeof stateful>[2] = {}) =>
  synthOne('StatefulSet', (chart) => stateful(chart, 'db', props));

test('emits a StatefulSet, a headless and a client Service, and a PodDisruptionBudget', () => {
  const chart = newChart();
  const db = stateful(chart);
  const objects = synthesize(chart);
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
    'PodDisruptionBudget db',
    'Service db',
    'Service db-headless',
    'StatefulSet db',
  ]);
  const { spec } = find(objects, 'Service', 'db-headless');
  expect(spec).toMatchObject({
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: find(objects, 'StatefulSet').spec.selector.matchLabels,
  });
  expect(find(objects, 'StatefulSet').spec.serviceName).toBe('db-headless');
  expect(find(objects, 'Service', db.serviceName).spec.clusterIP).toBeUndefined();
});

test('states every documented default', () => {
  expect(set().spec).toMatchObject({
    replicas: 3,
    minReadySeconds: 0,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'OrderedReady',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  });
  expect(set().spec.template.spec).toMatchObject({ terminationGracePeriodSeconds: 60, restartPolicy: 'Always' });
});

test('an unready database pod may be evicted only while the budget is healthy', () => {
  expect(synthOne('PodDisruptionBudget', (chart) => stateful(chart)).spec.unhealthyPodEvictionPolicy).toBe(
    'IfHealthyBudget',
  );
});

test('each pod claims its volumes, and the main container mounts them', () => {
  const { spec } = set();
  expect(spec.volumeClaimTemplates).toEqual([
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
    },
  ]);
  expect(spec.template.spec.containers[0].volumeMounts).toContainEqual({ name: 'data', mountPath: '/var/lib/data' });
});

test('pods can start all at once, and updates can stop at an ordinal', () => {
  const { spec } = set({ podManagementPolicy: PodManagementPolicy.PARALLEL, partition: 2 });
  expect([spec.podManagementPolicy, spec.updateStrategy.rollingUpdate.partition]).toEqual(['Parallel', 2]);
});

test('a size that is none and a name that is too long are refused', () => {
  expect(() => set({ storage: [{ name: 'data', size: 'large', path: '/data' }] })).toThrow(
    "'storage' gives 'data' a size of 'large': write one like '10Gi'",
  );
  expect(() => synthOne('StatefulSet', (chart) => stateful(chart, 'd'.repeat(53)))).toThrow(
    'has 53 characters, and 52 are allowed',
  );
});

test('no readiness check, no synthesis: it answers requests as a ZeroDowntimeService does', () => {
  expect(() => set({ health: HealthChecks.of({ liveness: HealthCheck.tcp() }) })).toThrow(
    "'health' has no readiness check",
  );
});

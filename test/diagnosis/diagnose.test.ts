import { diagnose } from '../../lib/diagnosis';
import type { Manifest } from '../../lib/kubernetes/views/manifest';

const NOW = { now: '2026-09-01T12:00:00Z' };
const controlledBy = (kind: string, name: string) => [
  { apiVersion: 'apps/v1', kind, name, uid: `${kind}-${name}`, controller: true },
];

function pod(name: string, replicaSet: string, state: unknown, ready = false, namespace = 'shop'): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid: name,
      labels: { 'pod-template-hash': '6f7c9' },
      ownerReferences: controlledBy('ReplicaSet', replicaSet),
    },
    spec: { nodeName: 'node-1', containers: [{ name: 'web', envFrom: [{ secretRef: { name: 'db' } }] }] },
    status: {
      phase: ready ? 'Running' : 'Pending',
      containerStatuses: [{ name: 'web', ready, restartCount: 0, state }],
    },
  } as unknown as Manifest;
}
const NO_SECRET = { waiting: { reason: 'CreateContainerConfigError', message: 'secret "db" not found' } };
const RUNNING = { running: {} };

const replicaSet = (name: string, deployment: string, status: unknown = { replicas: 40, readyReplicas: 0 }): Manifest =>
  ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: 'shop',
      uid: `ReplicaSet-${name}`,
      ownerReferences: controlledBy('Deployment', deployment),
    },
    spec: { replicas: 40 },
    status,
  }) as unknown as Manifest;
const deployment = (name: string, status: unknown, annotations = {}): Manifest =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', uid: `Deployment-${name}`, annotations },
    spec: { replicas: 40 },
    status,
  }) as unknown as Manifest;
const STALLED = {
  replicas: 40,
  updatedReplicas: 40,
  conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }],
};
const WELL = {
  replicas: 40,
  updatedReplicas: 40,
  readyReplicas: 40,
  availableReplicas: 40,
  conditions: [{ type: 'Available', status: 'True' }],
};
const forty = Array.from({ length: 40 }, (_unused, index) => pod(`cart-6f7c9-${index}`, 'cart-6f7c9', NO_SECRET));

test('forty pods without their Secret, and the rollout that waits for them, are one entry', () => {
  const objects = [
    ...forty,
    replicaSet('cart-6f7c9', 'cart'),
    deployment('cart', STALLED, { 'cdk8s-lifecycle/construct': 'shop/cart' }),
  ];
  const { diagnoses } = diagnose(objects, { ...NOW, constructs: { 'shop/cart': { file: 'apps/shop.ts', line: 42 } } });
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({
    class: 'CreateContainerConfigError',
    command: 'kubectl -n shop get secret/db',
    field: 'spec.containers[name=web].envFrom[0].secretRef.name',
    ownerField: 'spec.template.spec.containers[name=web].envFrom[0].secretRef.name',
    preventedBy: 'reference-exists',
    construct: 'shop/cart',
    source: 'apps/shop.ts:42',
    prop: 'envFrom',
  });
  expect(diagnoses[0]?.affected).toHaveLength(42);
  expect(diagnoses[0]?.symptoms.map((symptom) => symptom.class)).toEqual([
    'NotReady',
    'DeploymentProgressDeadlineExceeded',
  ]);
});

test('one missing Secret is one cause for all workloads of its namespace, and another in the next', () => {
  const others = [pod('pay-1', 'pay-6f7c9', NO_SECRET), pod('cart-1', 'cart-6f7c9', NO_SECRET, false, 'staging')];
  const { diagnoses } = diagnose([...forty, ...others], NOW);
  expect(diagnoses.map(({ object, affected }) => [object.namespace, affected.length])).toEqual([
    ['shop', 41],
    ['staging', 1],
  ]);
});

test('without its owners, a pod is told with the Deployment that its labels show', () => {
  const { diagnoses } = diagnose(forty.slice(0, 2), NOW);
  expect(diagnoses[0]?.owner).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' });
});

test('what is well is counted, and listed only where nothing failed, one entry an owner', () => {
  const well = [
    deployment('pay', WELL),
    replicaSet('pay-6f7c9', 'pay', { replicas: 40, readyReplicas: 40 }),
    ...Array.from({ length: 40 }, (_unused, index) => pod(`pay-${index}`, 'pay-6f7c9', RUNNING, true)),
  ];
  const alone = diagnose(well, NOW);
  expect(alone.diagnoses.map((entry) => [entry.class, entry.object.kind, entry.affected.length])).toEqual([
    ['DeploymentHealthy', 'Deployment', 42],
  ]);
  const mixed = diagnose([...well, ...forty], NOW);
  expect(mixed.diagnoses.map((entry) => entry.class)).toEqual(['CreateContainerConfigError']);
  expect(mixed.healthy).toEqual({ DeploymentHealthy: 1, Healthy: 41 });
});

test('a Job, and the CronJob above it, are told with the pod that failed', () => {
  const failed = {
    ...pod('report-29711681-x', 'none', { terminated: { reason: 'Error', exitCode: 3 } }),
    status: {
      phase: 'Failed',
      containerStatuses: [{ name: 'web', state: { terminated: { reason: 'Error', exitCode: 3 } } }],
    },
  };
  const ownedBy = (manifest: Manifest, kind: string, name: string) =>
    ({
      ...manifest,
      metadata: { ...(manifest.metadata as object), ownerReferences: controlledBy(kind, name) },
    }) as unknown as Manifest;
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'report-29711681', namespace: 'shop', uid: 'Job-report-29711681' },
    status: { failed: 1, conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }] },
  };
  const cronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'report', namespace: 'shop', uid: 'CronJob-report' },
    spec: { schedule: '* * * * *' },
    status: { lastScheduleTime: '2026-09-01T11:00:00Z' },
  };
  const { diagnoses } = diagnose(
    [
      ownedBy(failed as unknown as Manifest, 'Job', 'report-29711681'),
      ownedBy(job as unknown as Manifest, 'CronJob', 'report'),
      cronJob as unknown as Manifest,
    ],
    NOW,
  );
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({ class: 'Failed', owner: { kind: 'CronJob', name: 'report' } });
  expect(diagnoses[0]?.symptoms.map((symptom) => symptom.class)).toEqual([
    'JobBackoffLimitExceeded',
    'CronJobLastRunFailed',
  ]);
});

test('a claim that is not bound is told with the pod that waits for it', () => {
  const waiting = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'db-0', namespace: 'shop' },
    spec: {
      containers: [{ name: 'db' }],
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } }],
    },
    status: {
      phase: 'Pending',
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
        },
      ],
    },
  };
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data-db-0', namespace: 'shop', uid: 'c' },
    spec: { storageClassName: 'fast' },
    status: { phase: 'Pending' },
  };
  const event = {
    apiVersion: 'v1',
    kind: 'Event',
    involvedObject: { kind: 'PersistentVolumeClaim', name: 'data-db-0', namespace: 'shop', uid: 'c' },
    reason: 'ProvisioningFailed',
    message: 'storageclass.storage.k8s.io "fast" not found',
  };
  const { diagnoses } = diagnose([waiting, claim, event] as unknown as Manifest[], NOW);
  expect(diagnoses.map((entry) => entry.class)).toEqual(['UnschedulablePVC']);
  expect(diagnoses[0]?.proof.join('\n')).toContain('storageclass.storage.k8s.io "fast" not found');
  expect(diagnoses[0]?.symptoms).toMatchObject([{ class: 'PVCPending' }]);
});

test('what is most serious comes first, and waiting after what failed', () => {
  const restarts = {
    ...pod('a', 'a', RUNNING, true),
    status: { phase: 'Running', containerStatuses: [{ name: 'web', ready: true, restartCount: 9, state: RUNNING }] },
  };
  const creating = pod('b', 'b', { waiting: { reason: 'ContainerCreating' } });
  const { diagnoses } = diagnose([creating, restarts as unknown as Manifest, forty[0] as Manifest], NOW);
  expect(diagnoses.map((entry) => [entry.class, entry.severity])).toEqual([
    ['CreateContainerConfigError', 'error'],
    ['HighRestartCount', 'warning'],
    ['ContainerCreating', 'info'],
  ]);
});

test('without a clock ages are left out', () => {
  const { diagnoses } = diagnose([
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', creationTimestamp: '2020-01-01T00:00:00Z' },
      status: { phase: 'Pending' },
    },
  ]);
  expect(diagnoses[0]).toMatchObject({ class: 'Pending', severity: 'info' });
  expect(diagnoses[0]?.cause).not.toContain(' now');
});

import { workloadOf } from '../../../lib/kubernetes/views/workload';

const template = {
  metadata: { labels: { app: 'x' } },
  spec: { containers: [{ name: 'c' }], initContainers: [{ name: 'i' }, { name: 's', restartPolicy: 'Always' }] },
};
const read = (apiVersion: string, kind: string, spec: object) =>
  workloadOf({ apiVersion, kind, metadata: { name: 'x' }, spec } as never);

test.each([
  ['apps/v1', 'Deployment', { template }, 'spec.template.spec.containers[0]'],
  ['apps/v1', 'StatefulSet', { template }, 'spec.template.spec.containers[0]'],
  ['argoproj.io/v1alpha1', 'Rollout', { template }, 'spec.template.spec.containers[0]'],
  ['apps.openshift.io/v1', 'DeploymentConfig', { template }, 'spec.template.spec.containers[0]'],
  ['batch/v1', 'CronJob', { jobTemplate: { spec: { template } } }, 'spec.jobTemplate.spec.template.spec.containers[0]'],
  ['v1', 'Pod', template.spec, 'spec.containers[0]'],
])('%s %s: its containers have their field path', (apiVersion, kind, spec, path) => {
  expect(read(apiVersion, kind, spec)?.template.containers.map((each) => each.path)).toEqual([path]);
});

test('a native sidecar is neither an init container nor one of the app', () => {
  const workload = read('apps/v1', 'Deployment', { template });
  expect(workload?.template.sidecars.map(({ name, path }) => [name, path])).toEqual([
    ['s', 'spec.template.spec.initContainers[1]'],
  ]);
  expect(workload?.template.initContainers.map(({ name }) => name)).toEqual(['i']);
});

test('replicas are 1 where they are left out, and a Job has none', () => {
  expect(read('apps/v1', 'Deployment', { template })?.replicas).toBe(1);
  expect(read('apps/v1', 'Deployment', { template, replicas: 0 })?.replicas).toBe(0);
  expect(read('batch/v1', 'Job', { template })?.replicas).toBeUndefined();
});

test('an object of another group, or a Rollout that only refers to a Deployment, is no workload', () => {
  expect(read('example.com/v1', 'Deployment', { template })).toBeUndefined();
  expect(read('argoproj.io/v1alpha1', 'Rollout', { workloadRef: { name: 'x' } })).toBeUndefined();
  expect(read('v1', 'toString', {})).toBeUndefined();
});

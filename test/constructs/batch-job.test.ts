import { Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Delivery, Image, JobRestartPolicy, KubernetesVersion, Platform, Retry } from '../../lib';
import { job, newChart, synthesize, synthOne } from './fixtures';

const batch = (props: Parameters<typeof job>[2] = {}) => synthOne('Job', (chart) => job(chart, 'reindex', props));

test('states every documented default', () => {
  const { spec } = batch();
  expect(spec).toMatchObject({
    activeDeadlineSeconds: 3600,
    backoffLimit: 6,
    completions: 1,
    parallelism: 1,
    completionMode: 'NonIndexed',
    podReplacementPolicy: 'Failed',
    suspend: false,
  });
  expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
  expect(spec.template.spec).toMatchObject({ restartPolicy: 'OnFailure', terminationGracePeriodSeconds: 30 });
});

test('a changed job is a new Job, an unchanged one the same', () => {
  const { name } = batch().metadata;
  expect(name).toMatch(/^reindex-[0-9a-f]{8}$/);
  expect(batch().metadata.name).toBe(name);
  expect(batch({ image: Image.of('registry.example.com/shop/cart:1.4.3') }).metadata.name).not.toBe(name);
  expect(batch({ args: ['--all'] }).metadata.name).not.toBe(name);
  expect(batch({ config: { LEVEL: 'debug' } }).metadata.name).not.toBe(
    batch({ config: { LEVEL: 'info' } }).metadata.name,
  );
});

test('what is added or patched later is in the name as well', () => {
  const plain = batch().metadata.name;
  const chart = newChart();
  const reindex = job(chart);
  reindex.job.addVolume(kplus.Volume.fromEmptyDir(chart, 'Scratch', 'scratch'));
  const withVolume = synthesize(chart)[0].metadata.name;
  reindex.patch(reindex.job, JsonPatch.replace('/spec/backoffLimit', 3));
  expect(new Set([plain, withVolume, synthesize(chart)[0].metadata.name]).size).toBe(3);
});

test('a fixed name is by choice', () => {
  expect(batch({ fixedName: true }).metadata.name).toBe('reindex');
});

test('parallel and indexed work', () => {
  expect(
    batch({ completions: 10, parallelism: 4, indexed: true, retry: Retry.perIndex({ limit: 2, maxFailedIndexes: 3 }) })
      .spec,
  ).toMatchObject({
    completions: 10,
    parallelism: 4,
    completionMode: 'Indexed',
    backoffLimitPerIndex: 2,
    maxFailedIndexes: 3,
    template: { spec: { restartPolicy: 'Never' } },
  });
});

test('exit codes and disruptions decide about trying again', () => {
  const { spec } = batch({ retry: Retry.of({ limit: 2, failOnExitCodes: [42, 3, 42], ignoreDisruptions: true }) });
  expect(spec.podFailurePolicy.rules).toEqual([
    { action: 'FailJob', onExitCodes: { operator: 'In', values: [3, 42] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ]);
  expect(spec.template.spec.restartPolicy).toBe('Never');
  expect(() =>
    batch({ retry: Retry.of({ failOnExitCodes: [3] }), restartPolicy: JobRestartPolicy.ON_FAILURE }),
  ).toThrow("set 'restartPolicy' to JobRestartPolicy.NEVER");
});

test('what a version would drop in silence is left out, and what it cannot do is told', () => {
  const on128 = (props: Parameters<typeof job>[2]) =>
    synthOne('Job', (chart) => {
      Platform.of(chart).set({ kubernetesVersion: KubernetesVersion.V1_28 });
      job(chart, 'reindex', props);
    });
  expect(on128({}).spec).not.toHaveProperty('podReplacementPolicy');
  expect(() => on128({ indexed: true, retry: Retry.perIndex({ limit: 1 }) })).toThrow(
    'which Kubernetes 1.28 does not do: target 1.29 or newer',
  );
});

test('a finished job is kept for as long as is said', () => {
  expect(batch({ ttlAfterFinished: Duration.days(1) }).spec.ttlSecondsAfterFinished).toBe(86400);
});

test('under a GitOps controller a job that is removed would run again', () => {
  const underGitOps = () =>
    synthOne('Job', (chart) => {
      Platform.of(chart).set({ delivery: Delivery.GITOPS });
      job(chart, 'reindex', { ttlAfterFinished: Duration.days(1) });
    });
  expect(underGitOps).toThrow(
    "'ttlAfterFinished' removes the finished Job, and the platform's GitOps controller makes it again",
  );
});

test('the name leaves room for the hash and the index', () => {
  expect(() => batchNamed('r'.repeat(55))).toThrow('has 55 characters, and 54 are allowed');
  expect(batchNamed('r'.repeat(54)).metadata.name).toHaveLength(63);
});

function batchNamed(id: string) {
  return synthOne('Job', (chart) => job(chart, id));
}

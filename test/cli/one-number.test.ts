import { check } from '../../lib/check';
import { numbersOf, probeTable } from '../../lib/cli/commands/runbook/numbers';
import { ManifestSet, type WorkloadObject } from '../../lib/kubernetes/set/manifest-set';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { reportOf } from '../../lib/rollout/report';
import { hpa, http, service, workload } from '../rules/support';

/** What lint, runbook and simulate say of the first workload of a set. */
function told(manifests: readonly Manifest[], version = KubernetesVersion.V1_34) {
  const set = ManifestSet.of(manifests);
  const [object] = set.workloads as readonly WorkloadObject[];
  if (object === undefined) throw new Error('no workload');
  return {
    lint: check(manifests, { version }).findings.map(({ message }) => message),
    runbook: `${numbersOf(set, object, version)}\n${probeTable(object)}`,
    simulate: reportOf(set, object, { version }),
  };
}

test('lint and runbook name the same second of the earliest kill', () => {
  const { lint, runbook } = told([workload({ container: { livenessProbe: http('/', { periodSeconds: 5 }) } })]);
  expect(lint).toContainEqual(expect.stringContaining('its liveness probe can kill it 10s after its start'));
  expect(runbook).toContain('10 s after the start');
});

test('lint, runbook and simulate count the same missing pods, from the minimum of the autoscaler', () => {
  const spec = { replicas: 9, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '100%' } } };
  const { lint, runbook, simulate } = told([workload({ spec }), service(), hpa(2)]);
  expect(lint).toContainEqual(expect.stringContaining('maxUnavailable comes to 2 of 2 replicas'));
  expect(runbook).toContain('at most 2 pods missing');
  expect(simulate?.read).toMatchObject({ replicas: 2, maxUnavailable: 2 });
});

test('of a StatefulSet on 1.37 too, whose maxUnavailable counts there', () => {
  const spec = { replicas: 3, updateStrategy: { rollingUpdate: { maxUnavailable: 3 } } };
  const on = (version: string) =>
    told([workload({ kind: 'StatefulSet', spec }), service()], KubernetesVersion.of(version));
  expect(on('1.37').runbook).toContain('at most 3 pods missing');
  expect(on('1.37').simulate?.read.maxUnavailable).toBe(3);
  expect(on('1.36').runbook).toContain('at most 1 pod missing');
  expect(on('1.36').simulate?.read.maxUnavailable).toBe(1);
});

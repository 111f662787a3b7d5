import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import { readManifests } from '../../lib/cli/input/read-manifests';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { boundsOf } from '../../lib/rollout/bounds/bounds';
import type { RolloutEvent } from '../../lib/rollout/plan';
import { planOf } from '../../lib/rollout/reading/read-plan';
import { describeShared } from '../support/shared';

const version = KubernetesVersion.of('1.34');

const FINDINGS: ReadonlyArray<readonly [report: string, finding: string]> = [
  ['09-required-antiaffinity-default-strategy', 'warning surge-has-room'],
  ['103-liveness-only-bad-version', 'warning readiness-probe-exists'],
  ['22-nginx-quit-prestop', 'warning prestop-keeps-serving'],
  ['25-gunicorn-graceful-timeout', 'warning server-drain-fits-grace'],
  ['40-websocket-1h-grace-60', 'warning server-drain-fits-grace'],
  ['53-linkerd-proxy-exits-first', 'warning mesh-proxy-outlives-the-app'],
  ['65-gpu-deployment-surge', 'info surge-has-room'],
  ['66-quit-then-sleep', 'warning prestop-keeps-serving'],
  ['94-publish-not-ready-client-service', 'error service-sends-to-ready-pods'],
];

const VERDICTS: ReadonlyArray<
  readonly [report: string, event: RolloutEvent, verdict: string, certain: boolean, says: RegExp]
> = [
  ['09-required-antiaffinity-default-strategy', 'rollout', 'stalls', false, /without another of its pods/],
  ['103-liveness-only-bad-version', 'bad-version', 'loss-possible', true, /replaces 3 of 3 pods with ones that never/],
  ['105-startup-only-bad-version', 'bad-version', 'stalls', false, /3 of 3 pods of the old one stay/],
  ['13-statefulset-bad-version', 'bad-version', 'stalls', false, /needs the broken pod deleted by hand/],
  ['22-nginx-quit-prestop', 'rollout', 'loss-possible', false, /runs "nginx -s quit"/],
  ['25-gunicorn-graceful-timeout', 'rollout', 'loss-possible', false, /may run for 120 s/],
  ['40-websocket-1h-grace-60', 'rollout', 'loss-possible', false, /may run for 3600 s/],
  ['66-quit-then-sleep', 'rollout', 'loss-possible', false, /until 0 s after its deletion/],
  ['67b-istio-explicit-5s', 'rollout', 'loss-possible', false, /its istio-proxy ends then/],
  ['94-publish-not-ready-client-service', 'rollout', 'loss-possible', false, /publishes pods that are not ready/],
];

// Public reports, rebuilt as manifests: a fault each, and the same set without it.
describeShared('corpus/reports', (folder) => {
  const read = async (name: string) => {
    const { documents } = await readManifests([join(folder, `${name}.yaml`)]);
    return documents.map(({ manifest }) => manifest);
  };

  async function lint(name: string): Promise<readonly string[]> {
    return check(await read(name), { version }).findings.map(({ severity, rule }) => `${severity} ${rule}`);
  }

  async function bounds(name: string, event: RolloutEvent) {
    const set = ManifestSet.of(await read(name));
    const object = set.objects.find(({ workload }) => workload !== undefined);
    const plan = object && planOf(set, object, { version });
    if (plan === undefined) throw new Error(`${name} holds no workload that is simulated`);
    return boundsOf(plan, event);
  }

  const FIXED = [...new Set([...FINDINGS, ...VERDICTS].map(([report]) => `${report}.fixed`))].filter((report) =>
    existsSync(join(folder, `${report}.yaml`)),
  );

  test.each(FINDINGS)('%s: %s, and not once it is fixed', async (report, finding) => {
    expect(await lint(report)).toContain(finding);
    expect(await lint(`${report}.fixed`)).not.toContain(finding);
  });

  test('67b-istio-explicit-5s: the proxy ends first', async () => {
    expect(await lint('67b-istio-explicit-5s')).toContain('warning mesh-proxy-outlives-the-app');
  });

  test.each(VERDICTS)('%s: a %s %s (certain: %s)', async (report, event, verdict, certain, says) => {
    const given = await bounds(report, event);
    expect([given.verdict, given.certain]).toEqual([verdict, certain]);
    expect([...given.hazards.map(({ why }) => why), ...given.stalls].join('\n')).toMatch(says);
  });

  test.each(FIXED)('%s is left in peace, and its rollout loses nothing', async (report) => {
    expect((await lint(report)).filter((finding) => !finding.startsWith('info'))).toEqual([]);
    expect((await bounds(report, 'rollout')).verdict).toBe('no-loss');
  });

  test('53 and 65 say what the cluster must have', async () => {
    const needs = async (report: string) => (await bounds(report, 'rollout')).needs;
    expect(await needs('53-linkerd-proxy-exits-first')).toEqual([
      'linkerd-proxy outlives the app: it needs native sidecars',
    ]);
    expect(await needs('65-gpu-deployment-surge')).toHaveLength(1);
  });
});

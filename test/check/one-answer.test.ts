import fc from 'fast-check';
import { check } from '../../lib/check';
import { ManifestSet, type SetObject } from '../../lib/kubernetes/set/manifest-set';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { boundsOf } from '../../lib/rollout/bounds/bounds';
import { fewestReady } from '../../lib/rollout/bounds/capacity';
import { planOf } from '../../lib/rollout/reading/read-plan';
import { anyOtherShape, anyShape, workload } from '../rollout/manifests';

/** What keeps two pods of a workload apart, or does not, whatever it looks like. */
const anyExclusion = fc.record({
  mode: fc.constantFrom('none', 'ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'),
  readOnly: fc.boolean(),
  hostPort: fc.constantFrom('none', 'container', 'init', 'sidecar'),
});

interface Case {
  readonly manifests: readonly Manifest[];
  readonly version: KubernetesVersion;
}

/** Workloads of every kind and strategy, with a Service in front, on versions either side of the StatefulSet's gate. */
const anyCase: fc.Arbitrary<Case> = fc
  .tuple(fc.oneof(anyShape, anyOtherShape), anyExclusion, fc.constantFrom('1.30', '1.36', '1.37'))
  .map(([shape, { mode, readOnly, hostPort }, version]) => {
    const ports = [{ containerPort: 9000, hostPort: 9000 }];
    const helper = { name: 'helper', image: 'registry.example.com/helper:1.0.0', ports };
    const pod = {
      ...(mode !== 'none' && {
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data', ...(readOnly && { readOnly }) } }],
      }),
      ...(hostPort === 'init' && { initContainers: [helper] }),
      ...(hostPort === 'sidecar' && { initContainers: [{ ...helper, restartPolicy: 'Always' }] }),
    };
    const container = hostPort === 'container' ? { ports: [{ containerPort: 8080, name: 'http' }, ...ports] } : {};
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'cart', namespace: 'shop' },
      spec: { selector: { app: 'cart' }, ports: [{ port: 80, targetPort: 8080 }] },
    };
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop' },
      spec: { accessModes: [mode] },
    };
    const manifests = [workload({ ...shape, pod, container }), service, ...(mode === 'none' ? [] : [claim])];
    return { manifests, version: KubernetesVersion.of(version) };
  });

/** Both answers about one workload: the rules that fire, and the plan that the simulator works on. */
function answers({ manifests, version }: Case) {
  const set = ManifestSet.of(manifests);
  const object = set.objects[0] as SetObject;
  const replicas = object.workload?.replicas ?? 3;
  // The rules know no nodes: they speak of a cluster in which none is free.
  const plan = planOf(set, object, { version, scenario: { nodes: replicas } });
  if (plan === undefined) throw new Error('every case has a rollout');
  const fired = new Set(check(manifests, { version }).findings.map(({ rule }) => rule));
  return { fired, plan, object };
}

test('a rule says that a rollout cannot go on exactly where the simulator says that it stalls', () => {
  fc.assert(
    fc.property(anyCase, (each) => {
      const { fired, plan } = answers(each);
      const waits = boundsOf(plan, 'rollout').stalls.some((why) => /^(a|the) new pod .*waits/.test(why));
      // A claim of one node is told for replicas that run side by side as well, rollout or not.
      const told = fired.has('rollout-can-progress') || (fired.has('volume-allows-rolling') && plan.replicas === 1);
      const shared = plan.after.exclusion.claim?.sharing === 'one-node' && plan.replicas > 1;
      if (shared) expect(fired.has('volume-allows-rolling')).toBe(plan.kind === 'Deployment');
      else expect(told).toBe(waits);
    }),
    { numRuns: 400 },
  );
});

test('a rule says that a rollout takes all pods exactly where the simulator has none left', () => {
  fc.assert(
    fc.property(anyCase, (each) => {
      const { fired, plan } = answers(each);
      const takesAll = fewestReady(plan, 'rollout', 'worst') === 0;
      const { type } = plan.strategy;
      // Rules know no nodes, so of a DaemonSet they tell percentages only; one pod that keeps its data is away by choice.
      const byChoice = plan.replicas === 1 && (plan.kind !== 'Deployment' || plan.after.exclusion.claim !== undefined);
      if (plan.kind === 'DaemonSet' || (byChoice && type === 'RollingUpdate')) return;
      if (type === 'Recreate') expect(takesAll).toBe(true);
      else expect(fired.has('rollout-keeps-a-pod')).toBe(takesAll);
    }),
    { numRuns: 400 },
  );
});

test('a StatefulSet on 1.37 that lets all pods go is an error in lint and a loss in the simulator', () => {
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 3 } };
  const manifests = [workload({ kind: 'StatefulSet', strategy, replicas: 3 })];
  const on = (version: string) => answers({ manifests, version: KubernetesVersion.of(version) });
  expect(on('1.37').fired.has('rollout-keeps-a-pod')).toBe(true);
  expect(boundsOf(on('1.37').plan, 'rollout')).toMatchObject({
    certain: true,
    hazards: [{}, { cause: 'no-endpoint' }],
  });
  expect(on('1.36').fired.has('rollout-keeps-a-pod')).toBe(false);
  expect(fewestReady(on('1.36').plan, 'rollout', 'worst')).toBe(2);
});

import fc from 'fast-check';
import { ManifestSet } from '../../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { reportOf } from '../../../lib/rollout';
import { workload } from '../manifests';

const junk = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -5, max: 50 }),
  fc.constantFrom('', 'x', '-1', '25%', '1000%', '-5%', '{{ .Values.n }}'),
  fc.constant([]),
  fc.constant({}),
);

/** Puts values of any type in places where a manifest of the field may hold them. */
const broken = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'spec.replicas',
        'spec.minReadySeconds',
        'spec.progressDeadlineSeconds',
        'spec.strategy',
        'spec.strategy.type',
        'spec.strategy.rollingUpdate',
        'spec.strategy.rollingUpdate.maxSurge',
        'spec.strategy.rollingUpdate.maxUnavailable',
        'spec.template',
        'spec.template.spec',
        'spec.template.spec.containers',
        'spec.template.spec.terminationGracePeriodSeconds',
        'spec.template.spec.containers.0',
        'spec.template.spec.containers.0.readinessProbe',
        'spec.template.spec.containers.0.readinessProbe.periodSeconds',
        'spec.template.spec.containers.0.readinessProbe.failureThreshold',
        'spec.template.spec.containers.0.readinessProbe.initialDelaySeconds',
        'spec.template.spec.containers.0.startupProbe',
        'spec.template.spec.containers.0.startupProbe.periodSeconds',
        'spec.template.spec.containers.0.lifecycle',
        'spec.template.spec.containers.0.lifecycle.preStop',
        'spec.template.spec.containers.0.lifecycle.preStop.sleep.seconds',
        'spec.template.spec.containers.0.command',
        'spec.template.spec.containers.0.image',
      ),
      junk,
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const manifest = structuredClone(
      workload({ preStop: { sleep: { seconds: 5 } }, startupProbe: { httpGet: { port: 8080 }, periodSeconds: 5 } }),
    ) as Record<string, unknown>;
    for (const [path, value] of changes) {
      const keys = path.split('.');
      const last = keys.pop() as string;
      let here: unknown = manifest;
      for (const key of keys)
        here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[key] : undefined;
      if (typeof here === 'object' && here !== null) (here as Record<string, unknown>)[last] = value;
    }
    return manifest as Manifest;
  });

test('whatever a manifest holds, it is read or left out, and every event comes to its end', () => {
  const events = fc.constantFrom('rollout', 'drain', 'crash', 'scale-down', 'bad-version' as const);
  fc.assert(
    fc.property(broken, events, (manifest, event) => {
      const set = ManifestSet.of([manifest]);
      for (const object of set.objects) {
        const report = reportOf(set, object, { event: event as 'rollout', runs: 1 });
        if (report !== undefined) expect(JSON.stringify(report)).not.toContain('NaN');
      }
    }),
    { numRuns: 1500 },
  );
}, 120_000);

test('a number of replicas that no cluster holds is answered in time', () => {
  const set = ManifestSet.of([workload({ replicas: 2_000_000_000 })]);
  const report = reportOf(set, set.objects[0] as never, { runs: 1 });
  expect(report?.read.replicas).toBe(5000);
}, 60_000);

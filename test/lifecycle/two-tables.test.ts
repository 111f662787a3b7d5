import type { Manifest } from '../../lib/kubernetes/views/manifest';

/** Manifests that leave to Kubernetes whatever it fills in. */
const FOREIGN: readonly Manifest[] = ['Deployment', 'StatefulSet', 'DaemonSet'].map((kind) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'registry.example.com/web:1.4.2',
            ports: [{ containerPort: 8080 }],
            readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
            livenessProbe: { httpGet: { path: '/healthz', port: 8080 } },
          },
        ],
      },
    },
  },
}));

/** Every number of a value, changed. */
function changed(value: unknown): unknown {
  if (typeof value === 'number') return value * 3 + 7;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each)]));
}

/** What a foreign manifest reads as, with our documented defaults as they are or changed. */
function readings(ours: 'as documented' | 'changed'): unknown {
  let read: unknown;
  jest.isolateModules(() => {
    if (ours === 'changed') {
      jest.doMock('../../lib/lifecycle/documented-defaults', () => {
        const { DEFAULTS } = jest.requireActual('../../lib/lifecycle/documented-defaults');
        const table = Object.entries(DEFAULTS as Record<string, { value: unknown }>);
        return {
          DEFAULTS: Object.fromEntries(table.map(([key, each]) => [key, { ...each, value: changed(each.value) }])),
        };
      });
    }
    const { ManifestSet } = require('../../lib/kubernetes/set/manifest-set');
    const { planOf } = require('../../lib/rollout/reading/read-plan');
    const set = ManifestSet.of(FOREIGN);
    read = set.objects.map((object: { workload: object }) => {
      const plan = planOf(set, object);
      // The longest request and the sleep that we advise are assumptions and advice, no readings.
      return { workload: object.workload, ...plan, load: undefined, route: { ...plan.route, preStop: undefined } };
    });
  });
  jest.dontMock('../../lib/lifecycle/documented-defaults');
  return JSON.parse(JSON.stringify(read));
}

test('changing what we document changes no reading of a manifest that is not ours', () => {
  const [deployment] = readings('as documented') as Array<Record<string, unknown>>;
  expect(deployment).toMatchObject({
    replicas: 1,
    progressDeadlineSeconds: 600,
    before: { stop: { gracePeriod: 30 } },
  });
  expect(readings('changed')).toEqual(readings('as documented'));
});

import fc from 'fast-check';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { boundsOf } from '../../../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../../../lib/rollout/bounds/counterexample';
import { sendRequests, watchedUntil } from '../../../lib/rollout/clients/requests';
import { seeded } from '../../../lib/rollout/engine/nature';
import { EVENTS } from '../../../lib/rollout/plan';
import { runRollout } from '../../../lib/rollout/run';
import { anyOtherShape, anyShape, planFor, type Shape, sleeps, workload } from '../manifests';

const publishing = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { publishNotReadyAddresses: true, selector: { app: 'cart' }, ports: [{ port: 80, targetPort: 'http' }] },
};
const planned = (shape: Shape, service: Manifest = publishing) => planFor([workload(shape), service]);
const careful: Shape = { preStop: sleeps(10), gracePeriod: 60, maxSurge: 1, maxUnavailable: 0 };

test('neither probe nor hook saves what a Service sends to pods that are not ready', () => {
  const plan = planned(careful);
  const { verdict, hazards } = boundsOf(plan, 'rollout');
  expect([verdict, hazards.map(({ kind }) => kind)]).toEqual(['loss-possible', ['closes-early', 'starts-late']]);
  for (const { fix } of hazards) expect(fix).toBe('remove publishNotReadyAddresses from Service "cart"');
  expect(counterexampleOf(plan, 'rollout', hazards)?.story.at(-1)?.text).toMatch(/connection refused$/);
});

test('nothing is lost behind the same Service without it, or when it is headless', () => {
  const { publishNotReadyAddresses: _, ...spec } = publishing.spec;
  for (const changed of [spec, { ...publishing.spec, clusterIP: 'None' }])
    expect(boundsOf(planned(careful, { ...publishing, spec: changed }), 'rollout').verdict).toBe('no-loss');
});

test('a probe holds a bad version, and the Service sends to it all the same', () => {
  const { verdict, certain, hazards } = boundsOf(planned(careful), 'bad-version');
  expect([verdict, certain, hazards.map(({ kind }) => kind)]).toEqual(['stalls', true, ['never-answers']]);
});

test('where the bounds say that nothing is lost behind such a Service, no run loses anything', () => {
  let losing = 0;
  const shapes = fc.oneof(anyShape, anyOtherShape);
  fc.assert(
    fc.property(shapes, fc.constantFrom(...EVENTS), fc.integer({ min: 0 }), (shape, event, seed) => {
      const plan = planned(shape);
      const { worst, hazards, stalls } = boundsOf(plan, event);
      const nature = seeded(seed);
      const trace = runRollout(plan, event, nature);
      const { lost } = sendRequests(trace, plan, nature, watchedUntil(trace, plan));
      if (worst === 'no-loss') expect(lost).toEqual([]);
      else if (stalls.length === 0) {
        losing++;
        expect(counterexampleOf(plan, event, hazards)).toBeDefined();
      }
    }),
    { numRuns: 300 },
  );
  expect(losing).toBeGreaterThan(50);
});

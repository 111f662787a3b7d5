import { boundsOf } from '../../../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../../../lib/rollout/bounds/counterexample';
import { simulate } from '../../../lib/rollout/simulate';
import { plan, type Shape, sleeps } from '../manifests';

const careful: Shape = { preStop: sleeps(10), gracePeriod: 60, maxSurge: 1, maxUnavailable: 0 };
const http = { httpGet: { path: '/live', port: 8080 }, periodSeconds: 5, failureThreshold: 3 };
const bounds = (shape: Shape) => boundsOf(plan({ ...careful, ...shape }), 'bad-version');

test('a readiness probe holds a bad version at its first pod, and so does a startup probe alone', () => {
  for (const held of [{}, { readinessProbe: null, startupProbe: http }]) {
    const { verdict, hazards, stalls } = bounds(held);
    expect([verdict, hazards]).toEqual(['stalls', []]);
    expect(stalls[0]).toMatch(/3 of 3 pods of the old one stay/);
  }
});

test('without either it replaces every pod, for certain, though a liveness probe restarts them', () => {
  for (const livenessProbe of [undefined, { ...http, initialDelaySeconds: 10 }]) {
    const given = plan({ ...careful, readinessProbe: null, livenessProbe });
    const { verdict, certain, stalls, hazards } = boundsOf(given, 'bad-version');
    expect([verdict, certain, stalls]).toEqual(['loss-possible', true, []]);
    expect(hazards[0]?.why).toMatch(
      /replaces 3 of 3 pods with ones that never answer, and ends as if nothing were wrong$/,
    );
    expect(hazards[0]?.fix).toBe('add a readiness probe: it would have held the rollout at its first new pod');
    const story = counterexampleOf(given, 'bad-version', hazards)?.story.map(({ text }) => text);
    expect(story?.at(-1)).toMatch(/^a request is sent to new-3, whose process does not answer: connection refused$/);
  }
});

test('its runs lose as long as they are watched, and leave no old pod', () => {
  const { estimate, timeline } = simulate(plan({ ...careful, readinessProbe: null }), {
    event: 'bad-version',
    runs: 5,
  });
  expect(estimate.lost.p50).toBeGreaterThan(0.9 * estimate.requests);
  expect(timeline.moments.at(-1)?.serving).toBe(0);
});

test('minReadySeconds beyond the life that a liveness probe leaves holds the rollout, and not the requests', () => {
  const { verdict, hazards, certain } = bounds({ readinessProbe: null, livenessProbe: http, minReadySeconds: 60 });
  expect([verdict, certain]).toEqual(['stalls', true]);
  expect(hazards.map(({ kind }) => kind)).toEqual(['never-answers']);
});

test('below a partition the old pods stay', () => {
  const shape: Shape = { kind: 'StatefulSet', readinessProbe: null, strategy: { rollingUpdate: { partition: 2 } } };
  expect(bounds(shape).hazards[0]?.why).toMatch(/replaces 1 of 3 pods/);
  expect(bounds({ ...shape, strategy: { rollingUpdate: { partition: 3 } } }).hazards).toEqual([]);
});

test('a rollout that is paused or waits for a person replaces nothing', () => {
  expect(bounds({ readinessProbe: null, spec: { paused: true } }).hazards).toEqual([]);
  expect(bounds({ kind: 'StatefulSet', readinessProbe: null, strategy: { type: 'OnDelete' } }).hazards).toEqual([]);
});

test('going back from a broken pod of an OrderedReady StatefulSet needs it deleted by hand', () => {
  const shape: Shape = { kind: 'StatefulSet', strategy: { type: 'RollingUpdate' } };
  expect(bounds(shape).stalls[0]).toMatch(/going back needs the broken pod deleted by hand/);
  expect(bounds({ ...shape, spec: { podManagementPolicy: 'Parallel' } }).stalls[0]).not.toMatch(/by hand/);
  expect(bounds({}).stalls[0]).not.toMatch(/by hand/);
});

test('a worker that nothing asks is replaced as well, though no request is lost', () => {
  const annotations = { 'cdk8s-lifecycle/served': 'false' };
  const { verdict, worst, stalls } = bounds({ readinessProbe: null, annotations });
  expect([verdict, worst]).toEqual(['stalls', 'no-loss']);
  expect(stalls[0]).toMatch(
    /replaces 3 of 3 pods with ones that never answer, and ends as if nothing were wrong; a readiness/,
  );
});

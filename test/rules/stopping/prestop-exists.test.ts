import { check } from '../../../lib/check';
import { ManifestSet } from '../../../lib/kubernetes/set/manifest-set';
import { reportOf } from '../../../lib/rollout/report';
import { found, service, sleeps, workload } from '../support';

const RULE = 'prestop-exists';
const serves = (container: object) => found(RULE, [service(), workload({ container: container as never })]);

test('a hook of any kind is one, also one whose length cannot be read', () => {
  expect(serves({})).toEqual(['warning web spec.template.spec.containers[0]']);
  expect(serves(sleeps(5))).toEqual([]);
  expect(serves({ lifecycle: { preStop: { httpGet: { port: 8080, path: '/drain' } } } })).toEqual([]);
  expect(serves({ lifecycle: { preStop: { exec: { command: ['nginx', '-s', 'quit'] } } } })).toEqual([]);
});

test('a postStart hook, and a preStop without handler, are none', () => {
  expect(serves({ lifecycle: { postStart: { exec: { command: ['true'] } } } })).toHaveLength(1);
  expect(serves({ lifecycle: { preStop: {} } })).toHaveLength(1);
});

test('only the serving container is asked', () => {
  const pod = {
    containers: [
      { name: 'envoy', image: 'envoy:1' },
      { name: 'app', image: 'app:1', ports: [{ containerPort: 8080 }], ...sleeps(5) },
    ],
  };
  expect(found(RULE, [service(), workload({ pod })])).toEqual([]);
});

test('a gateway that Istio fills in is not asked', () => {
  expect(serves({ image: 'auto' })).toEqual([]);
});

test('KEDA brings a workload of 0 replicas up again', () => {
  const keda = {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'web' },
    spec: { scaleTargetRef: { name: 'web' } },
  };
  const idle = workload({ spec: { replicas: 0 } });
  expect(found(RULE, [service(), idle])).toEqual([]);
  expect(found(RULE, [service(), idle, keda])).toHaveLength(1);
});

test('the advice names the lag of the route and the sleep that the simulator advises', () => {
  const objects = [service(), workload()];
  const { findings } = check(objects, {});
  const advice = findings.find(({ rule }) => rule === RULE)?.fix;
  expect(advice).toContain(
    '`lifecycle.preStop.sleep.seconds: 10`, since routers (cluster-ip) may go on sending for 5 s',
  );

  const set = ManifestSet.of(objects);
  const [, deployment] = set.objects;
  const hazards = deployment && reportOf(set, deployment)?.bounds.hazards;
  expect(hazards?.find(({ kind }) => kind === 'closes-early')?.fix).toContain('a preStop hook that sleeps 10 s,');
});

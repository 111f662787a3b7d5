import { check } from '../../../lib/check/check';
import { found, messages, workload } from '../support';

const RULE = 'surge-has-room';
const LIST = 'requiredDuringSchedulingIgnoredDuringExecution';
const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } };
const alone = { affinity: { podAntiAffinity: { [LIST]: [term] } } };
const web = (spec: object, pod: object = {}, container: object = {}) =>
  workload({ spec: spec as never, pod: pod as never, container: container as never });
const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'team' }, spec: { hard: { pods: '3' } } };

test('one pod a node: 25% of 3 comes to none that may go, and the fourth pod needs a fourth node', () => {
  const path = `spec.template.spec.affinity.podAntiAffinity.${LIST}[0]`;
  expect(found(RULE, [web({ replicas: 3 }, alone)])).toEqual([`warning web ${path}`]);
  expect(messages(RULE, [web({ replicas: 3 }, alone)])[0]).toMatch(/a node more than the 3 pods: on 3 nodes it waits/);
  expect(found(RULE, [web({ replicas: 2 }, alone)])).toEqual([`info web ${path}`]);
});

test('where an old pod may go first there is room', () => {
  const strategy = { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } };
  expect(found(RULE, [web({ replicas: 3, strategy }, alone), quota])).toEqual([]);
  expect(found(RULE, [web({ replicas: 4 }, alone)])).toEqual([]);
  expect(found(RULE, [web({ replicas: 3, strategy: { type: 'Recreate' } }, alone), quota])).toEqual([]);
});

test('a quota without room is an error, a device more an info', () => {
  expect(found(RULE, [web({ replicas: 3 }), quota])).toEqual(['error web spec']);
  expect(messages(RULE, [web({ replicas: 3 }), quota])[0]).toMatch(
    /^ResourceQuota "team" allows 3 pods, .* use 3, .* needs 1/,
  );
  const gpu = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
  expect(found(RULE, [web({ replicas: 3 }, {}, gpu)])).toEqual(['info web spec.template.spec.containers[0].resources']);
});

test('a single pod is not advised to go before its successor is there', () => {
  const gpu = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
  const [one, several] = [1, 3].map((replicas) =>
    check([web({ replicas }, {}, gpu)], { only: [RULE] }).findings.map(({ fix }) => fix),
  );
  expect(one).toEqual(['Keep one nvidia.com/gpu free for it.']);
  expect(several).toEqual(['Set `maxUnavailable: 1` and `maxSurge: 0`, or keep one nvidia.com/gpu free for it.']);
});

import { count, workload } from '../support';

const RULE = 'replicas-are-spread';
const fires = (pod: object, replicas = 3, kind = 'Deployment') =>
  count(RULE, [workload({ kind, spec: { replicas }, pod: pod as never })]);
const own = { matchLabels: { app: 'web' } };
const other = { matchLabels: { app: 'other' } };

test('topology spread on their own labels is enough', () => {
  const spread = (labelSelector?: object) => ({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    ],
  });
  expect(fires({})).toBe(1);
  expect(fires(spread(own))).toBe(0);
  expect(fires(spread(other))).toBe(1);
  expect(fires(spread())).toBe(1);
});

test('so is anti-affinity, required or preferred', () => {
  const required = (labelSelector: object) => ({
    affinity: {
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'h', labelSelector }] },
    },
  });
  const preferred = (labelSelector: object) => ({
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, podAffinityTerm: { topologyKey: 'h', labelSelector } },
        ],
      },
    },
  });
  expect([fires(required(own)), fires(required(other)), fires(preferred(own)), fires(preferred(other))]).toEqual([
    0, 1, 0, 1,
  ]);
});

test('one replica cannot be spread, a DaemonSet is', () => {
  expect([fires({}, 1), fires({}, 2, 'StatefulSet'), fires({}, 3, 'DaemonSet')]).toEqual([0, 1, 0]);
});

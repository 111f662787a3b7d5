import { isSpreadByForce } from '../../lib/workloads/spreading';
import { workload } from '../rules/support';
import { first } from './facts';

const HOST = 'kubernetes.io/hostname';
const ours = { matchLabels: { app: 'web' } };
const isForced = (pod: object) => isSpreadByForce(first(workload({ pod: pod as never })).object.workload.template);
const apart = (term: object) => ({
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: HOST, labelSelector: ours, ...term }],
    },
  },
});
const spread = (constraint: object) => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: HOST, whenUnsatisfiable: 'DoNotSchedule', labelSelector: ours, ...constraint },
  ],
});

test('a required anti-affinity and a hard spread over nodes keep the pods of one template apart', () => {
  expect(isForced(apart({}))).toBe(true);
  expect(isForced(spread({}))).toBe(true);
});

test.each([
  ['nothing', {}],
  [
    'a preference',
    {
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 1, podAffinityTerm: { topologyKey: HOST, labelSelector: ours } },
          ],
        },
      },
    },
  ],
  ['an anti-affinity over zones', apart({ topologyKey: 'topology.kubernetes.io/zone' })],
  ['an anti-affinity to other pods', apart({ labelSelector: { matchLabels: { app: 'other' } } })],
  ['a spread over zones', spread({ topologyKey: 'topology.kubernetes.io/zone' })],
  ['a soft spread', spread({ whenUnsatisfiable: 'ScheduleAnyway' })],
  ['a spread of other pods', spread({ labelSelector: { matchLabels: { app: 'other' } } })],
])('%s does not', (_, pod) => {
  expect(isForced(pod)).toBe(false);
});

import { budget, found } from '../support';

test('only AlwaysAllow lets them go', () => {
  const fires = (spec: object) => found('budget-evicts-unhealthy', [budget(spec as never)]);
  expect(fires({})).toEqual(['info web spec']);
  expect(fires({ unhealthyPodEvictionPolicy: 'IfHealthyBudget' })).toEqual([
    'info web spec.unhealthyPodEvictionPolicy',
  ]);
  expect(fires({ unhealthyPodEvictionPolicy: 'AlwaysAllow' })).toEqual([]);
});

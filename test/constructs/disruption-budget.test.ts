import { DisruptionBudget, PodAmount, Profile } from '../../lib';
import { check } from '../../lib/check/check';
import { find, newChart, service, stateful, synthesize, synthOne, worker } from './fixtures';

const REASON = 'the operator of the broker makes the budget';
const ANNOTATION = 'cdk8s-lifecycle/acknowledge.budget-exists';

/** What a synthesis says, and the objects it makes. */
function synthesized(make: (chart: ReturnType<typeof newChart>) => unknown) {
  const warnings: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => warnings.push(String(text)) > 0);
  const chart = newChart();
  make(chart);
  const objects = synthesize(chart);
  spy.mockRestore();
  return { objects, warnings };
}

test('a budget says how many must stay, instead of how many may go', () => {
  const disruptionBudget = DisruptionBudget.minAvailable(PodAmount.pods(2));
  const { spec } = synthOne('PodDisruptionBudget', (chart) => service(chart, 'cart', { disruptionBudget }));
  expect(spec).toMatchObject({ minAvailable: 2, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
  expect(spec).not.toHaveProperty('maxUnavailable');
});

test('a budget that needs every pod fails the synthesis', () => {
  const chart = newChart();
  service(chart, 'cart', { disruptionBudget: DisruptionBudget.minAvailable(PodAmount.pods(3)) });
  expect(() => synthesize(chart)).toThrow('minAvailable 3 lets none of 3 healthy pods be evicted');
});

test.each([
  ['service', service, 'Deployment'],
  ['stateful service', stateful, 'StatefulSet'],
] as const)('a %s without a budget is silent, and its workload says why', (_, make, kind) => {
  const { objects, warnings } = synthesized((chart) => {
    const { disruptionBudget } = make(chart, 'cart', { disruptionBudget: DisruptionBudget.none(REASON) });
    expect(disruptionBudget).toBeUndefined();
  });
  expect(warnings).toEqual([]);
  expect(objects.map((each) => each.kind)).not.toContain('PodDisruptionBudget');
  expect(find(objects, kind).metadata.annotations[ANNOTATION]).toBe(REASON);
  const told = check(objects).findings.filter(({ rule }) => rule === 'budget-exists');
  expect(told.map(({ acknowledged }) => acknowledged)).toEqual([REASON]);
});

test('where no rule asks for a budget, none is no acknowledgement that nothing needs', () => {
  const { objects, warnings } = synthesized((chart) => {
    Profile.of(chart).set({ disruptionBudget: DisruptionBudget.none('the development cluster is drained at night') });
    worker(chart);
  });
  expect(warnings).toEqual([]);
  expect(find(objects, 'Deployment').metadata.annotations).not.toHaveProperty([ANNOTATION]);
});

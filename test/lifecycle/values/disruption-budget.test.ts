import { DisruptionBudget, PodAmount } from '../../../lib';
import { DISRUPTION_BUDGET } from '../../../lib/lifecycle/values/disruption-budget';

test.each([
  [
    () => DisruptionBudget.maxUnavailable(PodAmount.percent(0)),
    "'maxUnavailable' (0%) would block every node drain: allow at least one pod to go, or give DisruptionBudget.none('<reason>')",
  ],
  [
    () => DisruptionBudget.minAvailable(PodAmount.percent(100)),
    "'minAvailable' (100%) would block every node drain: lower it, or give DisruptionBudget.none('<reason>')",
  ],
  [
    () => DisruptionBudget.minAvailable(2 as never),
    "DisruptionBudget.minAvailable: 'amount' (2) must be a PodAmount: write PodAmount.pods(2)",
  ],
  [
    () => DisruptionBudget.none(' '),
    'DisruptionBudget.none is given no reason: say why a node drain may take all pods at once',
  ],
])('%# is refused: %s', (make, message) => {
  expect(make).toThrow(new Error(message));
});

test('an amount alone does not say which side it is, and is told how to be written', () => {
  expect([PodAmount.percent(20), 1, '25%'].flatMap((value) => DISRUPTION_BUDGET.problems(value, 'it'))).toEqual([
    "'it' (a PodAmount) must be a DisruptionBudget: write DisruptionBudget.maxUnavailable(PodAmount.percent(20))",
    "'it' (1) must be a DisruptionBudget: write DisruptionBudget.maxUnavailable(PodAmount.pods(1))",
    "'it' ('25%') must be a DisruptionBudget: write DisruptionBudget.maxUnavailable(PodAmount.percent(25))",
  ]);
});

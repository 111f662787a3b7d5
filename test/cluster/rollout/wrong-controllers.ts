import type { Plan, StrategyPlan } from '../../../lib/rollout/plan';

type RollingUpdate = Extract<StrategyPlan, { type: 'RollingUpdate' }>;

/** Controllers that are wrong in one point: what tells two runs apart must tell each of these from the real one. */
export const WRONG_CONTROLLERS: Readonly<Record<string, (plan: Plan) => Plan>> = {
  'surges by one pod more': (plan) => withStrategy(plan, ({ surge }) => ({ surge: surge + 1 })),
  'leaves one pod more unavailable': (plan) =>
    withStrategy(plan, ({ unavailable }) => ({ unavailable: unavailable + 1 })),
  'replaces all at once': (plan) => withStrategy(plan, () => ({ unavailable: plan.replicas })),
  'takes a pod for available as soon as it is ready': (plan) => ({ ...plan, minReadySeconds: 0 }),
  'waits three seconds too long for a pod to be available': (plan) => ({
    ...plan,
    minReadySeconds: plan.minReadySeconds + 3,
  }),
  'updates the pods below the partition too': (plan) => withStrategy(plan, () => ({ partition: 0 })),
};

function withStrategy(plan: Plan, change: (strategy: RollingUpdate) => Partial<RollingUpdate>): Plan {
  const { strategy } = plan;
  return strategy.type === 'RollingUpdate' ? { ...plan, strategy: { ...strategy, ...change(strategy) } } : plan;
}

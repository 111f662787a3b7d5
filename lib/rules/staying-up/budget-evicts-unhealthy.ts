import { changeField } from '../../fixing/change';
import { budgetSelector } from '../../kubernetes/set/manifest-set';
import { objectOf } from '../../kubernetes/views/json';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { isBudget } from '../reading/budgets';
import { writtenPath } from '../reading/field';
import { defineRule } from '../rule';

export const budgetEvictsUnhealthy = defineRule({
  id: 'budget-evicts-unhealthy',
  topic: 'staying-up',
  since: '0.1.0',
  severity: 'info',
  title: 'A disruption budget lets unhealthy pods go',
  why: 'By default pods that are not Ready may be evicted only while the budget is met: an app that crashes in a loop then blocks every node drain. Almost no manifest sets the policy yet, and for what keeps no data it should; a database may rightly choose IfHealthyBudget.',
  fix: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
  see: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy'],
  bad: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
`,
  good: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector: { matchLabels: { app: web } }
`,
  looksAt: isBudget,
  *check(object) {
    const policy = objectOf(object.manifest.spec).unhealthyPodEvictionPolicy;
    if (policy === 'AlwaysAllow') return;
    const which = typeof policy === 'string' ? policy : 'left to the default, IfHealthyBudget';
    yield {
      message: `the policy for unhealthy pods is ${which}, so pods that never become ready block a node drain`,
      path: writtenPath(object, 'spec.unhealthyPodEvictionPolicy', 'spec'),
    };
  },
  autofix(budget, _, { set }) {
    if (objectOf(budget.manifest.spec).unhealthyPodEvictionPolicy !== undefined) {
      return { because: 'another policy is written by choice' };
    }
    const isStateful = set
      .selects(budgetSelector(budget), budget.namespace)
      .some(({ workload }) => workload?.kind === 'StatefulSet');
    if (isStateful) return { because: 'an unready pod of the StatefulSet may be the one that holds the data' };
    return changeField('spec.unhealthyPodEvictionPolicy', DEFAULTS.disruptionBudget.value.unhealthyPodEvictionPolicy);
  },
});

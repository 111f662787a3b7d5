import type { WorkloadObject } from '../../../kubernetes/set/manifest-set';
import type { JsonObject } from '../../../kubernetes/views/json';
import { DEFAULTS } from '../../../lifecycle/documented-defaults';
import { type Mend, set } from '../mend';

/** The labels by which a workload's own pods are known. */
function selectorOf({ workload }: WorkloadObject): JsonObject | undefined {
  if (workload.selector !== undefined) return workload.selector;
  return Object.keys(workload.template.labels).length === 0 ? undefined : { matchLabels: workload.template.labels };
}

const addSpread: Mend = (object) => {
  const labelSelector = selectorOf(object);
  const { template } = object.workload;
  if (labelSelector === undefined) return { because: 'its pods have no labels' };
  const { topologyKeys, maxSkew, whenUnsatisfiable } = DEFAULTS.topologySpread.value;
  const constraints = topologyKeys.map((topologyKey) => ({ maxSkew, topologyKey, whenUnsatisfiable, labelSelector }));
  return set(`${template.path}.topologySpreadConstraints`, constraints);
};

const addBudget: Mend = (object, _, { set: objects }) => {
  const selector = selectorOf(object);
  const { name, namespace } = object.ref;
  if (selector === undefined || name === null) return { because: 'its pods have no labels, or it has no name' };
  const isFree = (each: string) => objects.named('PodDisruptionBudget', object.namespace, each).length === 0;
  const free = [name, `${name}-pdb`].find(isFree);
  if (free === undefined) return { because: `PodDisruptionBudgets of its name are there and select other pods` };
  const { maxUnavailable, unhealthyPodEvictionPolicy } = DEFAULTS.disruptionBudget.value;
  const isStateful = object.workload.kind === 'StatefulSet';
  return {
    kind: 'append',
    manifest: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: free, ...(namespace === null ? {} : { namespace }) },
      spec: {
        maxUnavailable,
        selector,
        unhealthyPodEvictionPolicy: isStateful ? DEFAULTS.statefulEvictionPolicy.value : unhealthyPodEvictionPolicy,
      },
    },
  };
};

export const AVAILABILITY: Readonly<Record<string, Mend>> = {
  'replicas-are-spread': addSpread,
  'budget-exists': addBudget,
};

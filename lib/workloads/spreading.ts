import { matches, selectorOf } from '../kubernetes/set/selector';
import { objectOf, objectsOf } from '../kubernetes/views/json';
import { labelsOf } from '../kubernetes/views/manifest';
import type { PodTemplate } from '../kubernetes/views/pod-template';

const HOSTNAME = 'kubernetes.io/hostname';

/** Tells whether the scheduler keeps pods of one template on nodes of their own, by requirement and not by preference. */
export function isSpreadByForce(template: PodTemplate): boolean {
  const affinity = objectOf(objectOf(template.spec.affinity).podAntiAffinity);
  const terms = objectsOf(affinity.requiredDuringSchedulingIgnoredDuringExecution);
  const labels = { ...labelsOf({ metadata: { labels: template.labels } }) };
  const keepsApart = terms.some(
    ({ item }) => item.topologyKey === HOSTNAME && matches(selectorOf(item.labelSelector), labels),
  );
  const spreads = objectsOf(template.spec.topologySpreadConstraints).some(
    ({ item }) =>
      item.topologyKey === HOSTNAME &&
      item.whenUnsatisfiable === 'DoNotSchedule' &&
      matches(selectorOf(item.labelSelector), labels),
  );
  return keepsApart || spreads;
}

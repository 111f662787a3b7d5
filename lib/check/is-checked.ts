import { covers } from '../admission';
import type { SetObject } from '../kubernetes/set/manifest-set';
import { groupOf } from '../kubernetes/views/manifest';

/** What rules read besides workloads and what is checked as the API server does, as `group/Kind`. */
const READ_KINDS: ReadonlySet<string> = new Set([
  '/Service',
  'autoscaling/HorizontalPodAutoscaler',
  'keda.sh/ScaledObject',
  'networking.k8s.io/Ingress',
  'policy/PodDisruptionBudget',
]);

/** Tells whether the catalogue knows the kind of an object; custom resources are counted as not checked. */
export function isChecked({ ref, workload, manifest }: SetObject): boolean {
  return workload !== undefined || covers(manifest) || READ_KINDS.has(`${groupOf(ref.apiVersion)}/${ref.kind ?? ''}`);
}

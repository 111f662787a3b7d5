import type { SetObject } from '../../../kubernetes/set/manifest-set';
import { annotationsOf, labelsOf, type Manifest } from '../../../kubernetes/views/manifest';
import { ANNOTATION } from '../../../lifecycle/annotations';
import type { App } from './apps';

const MANAGED_BY = 'app.kubernetes.io/managed-by';
const SHARED = ['app.kubernetes.io/name', 'app.kubernetes.io/component'] as const;

/**
 * The path of the construct that made an object. Synthesis writes it on workloads only; a Service, budget, autoscaler or
 * Ingress of the same construct bears the workload's name and component.
 */
export function constructOf({ manifest }: SetObject, { workloads }: App): string | undefined {
  const own = annotationsOf(manifest)[ANNOTATION.construct];
  if (own !== undefined || labelsOf(manifest)[MANAGED_BY] !== 'cdk8s-lifecycle') return own;
  const maker = workloads.find((workload) => sharesLabels(workload.manifest, manifest));
  return maker === undefined ? undefined : annotationsOf(maker.manifest)[ANNOTATION.construct];
}

function sharesLabels(one: Manifest, other: Manifest): boolean {
  const [labels, others] = [labelsOf(one), labelsOf(other)];
  return SHARED.every((key) => labels[key] !== undefined && labels[key] === others[key]);
}

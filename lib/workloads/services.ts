import { type ManifestSet, type SetObject, serviceSelector } from '../kubernetes/set/manifest-set';
import { groupOf } from '../kubernetes/views/manifest';

/** A Service of the core group. */
export function isService({ ref }: SetObject): boolean {
  return ref.kind === 'Service' && groupOf(ref.apiVersion) === '';
}

/** The workloads whose pods a Service selects; undefined where it has no selector, or is an ExternalName. */
export function selectedBy(set: ManifestSet, service: SetObject): readonly SetObject[] | undefined {
  const selector = serviceSelector(service);
  return selector && set.selects(selector, service.namespace);
}

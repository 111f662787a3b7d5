import { objectOf, objectsOf, stringOf, stringsOf } from '../../kubernetes/json';
import { labelsOf } from '../../kubernetes/manifest';
import type { ManifestSet, SetObject } from '../../kubernetes/manifest-set';
import { allContainers, type PodTemplate } from '../../kubernetes/pod-template';
import { matches, selectorOf } from '../../kubernetes/selector';
import type { Exclusion } from '../plan';

const HOSTNAME = 'kubernetes.io/hostname';

/** Reads what keeps two pods of a template apart: ports of the host, and claims that they share. */
export function exclusionOf(set: ManifestSet, object: SetObject, template: PodTemplate): Exclusion {
  const usesHostPort =
    template.spec.hostNetwork === true
      ? allContainers(template).some((container) => container.ports.length > 0)
      : allContainers(template).some((container) => container.ports.some((port) => port.hostPort !== undefined));
  return { hostPort: usesHostPort, claim: claimOf(set, object, template) };
}

function claimOf(set: ManifestSet, object: SetObject, template: PodTemplate): Exclusion['claim'] {
  const modes = template.volumes.flatMap(({ written }) => {
    const name = stringOf(objectOf(written.persistentVolumeClaim).claimName);
    const claims = name === undefined ? [] : set.named('PersistentVolumeClaim', object.namespace, name);
    return claims.map(({ manifest }) => stringsOf(objectOf(manifest.spec).accessModes));
  });
  if (modes.some((each) => each.includes('ReadWriteOncePod'))) return 'ReadWriteOncePod';
  // A claim that some mode lets several nodes mount keeps nobody out.
  const single = modes.some((each) => each.includes('ReadWriteOnce') && !each.some((mode) => mode.endsWith('Many')));
  return single ? 'ReadWriteOnce' : undefined;
}

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

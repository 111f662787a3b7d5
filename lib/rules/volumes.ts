import { objectOf, stringOf, stringsOf } from '../kubernetes/json';
import type { ManifestSet, WorkloadObject } from '../kubernetes/manifest-set';

/** Who can mount a claim at once: one pod, the pods of one node, or pods of many; unknown where the set lacks it. */
export type Sharing = 'one-pod' | 'one-node' | 'many' | 'unknown';

/** A volume of a pod template that is a claim shared by all its pods. */
export interface ClaimVolume {
  readonly claim: string;
  /** Field path of the volume. */
  readonly path: string;
  readonly sharing: Sharing;
}

/** The claims that the pods of a workload mount by name. Claims made for each pod (templates, ephemeral) are not shared. */
export function claimVolumes(set: ManifestSet, object: WorkloadObject): readonly ClaimVolume[] {
  return object.workload.template.volumes.flatMap(({ path, written }) => {
    const source = objectOf(written.persistentVolumeClaim);
    const claim = stringOf(source.claimName);
    if (claim === undefined) return [];
    const variants = set.named('PersistentVolumeClaim', object.namespace, claim, '');
    const modes = variants.map(({ manifest }) => sharingOf(stringsOf(objectOf(manifest.spec).accessModes)));
    return [{ claim, path, sharing: source.readOnly === true ? 'many' : loosest(modes) }];
  });
}

/** The volumes that cannot be mounted by pods of two nodes. */
export function singleWriterVolumes(set: ManifestSet, object: WorkloadObject): readonly ClaimVolume[] {
  return claimVolumes(set, object).filter(({ sharing }) => sharing === 'one-pod' || sharing === 'one-node');
}

/** Tells whether a workload mounts a claim that only one of its pods may write to, or one of which that is not known. */
export function mayWriteAlone(set: ManifestSet, object: WorkloadObject): boolean {
  return claimVolumes(set, object).some(({ sharing }) => sharing !== 'many');
}

function sharingOf(accessModes: readonly string[]): Sharing {
  if (accessModes.includes('ReadWriteMany') || accessModes.includes('ReadOnlyMany')) return 'many';
  if (accessModes.includes('ReadWriteOnce')) return 'one-node';
  return accessModes.includes('ReadWriteOncePod') ? 'one-pod' : 'unknown';
}

function loosest(variants: readonly Sharing[]): Sharing {
  return (['many', 'unknown', 'one-node', 'one-pod'] as const).find((each) => variants.includes(each)) ?? 'unknown';
}

import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { objectOf, stringOf, stringsOf } from '../kubernetes/views/json';
import type { PodTemplate } from '../kubernetes/views/pod-template';

/** Who can mount a claim at once: one pod, the pods of one node, or pods of many; unknown where the set lacks it. */
export type Sharing = 'one-pod' | 'one-node' | 'many' | 'unknown';

/** A volume of a pod template that is a claim shared by all its pods. */
export interface ClaimVolume {
  readonly claim: string;
  /** Field path of the volume. */
  readonly path: string;
  readonly sharing: Sharing;
}

/**
 * The claims that the pods of a template mount by name. Claims made for each pod (templates, ephemeral) are not shared.
 * Who can mount one follows from the volume's access modes alone: a mount that only reads is attached all the same.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/volume/util/util.go IsMultiAttachAllowed
 */
export function claimVolumes(set: ManifestSet, namespace: string, template: PodTemplate): readonly ClaimVolume[] {
  return template.volumes.flatMap(({ path, written }) => {
    const claim = stringOf(objectOf(written.persistentVolumeClaim).claimName);
    if (claim === undefined) return [];
    const variants = set.named('PersistentVolumeClaim', namespace, claim, '');
    const modes = variants.map(({ manifest }) => sharingOf(stringsOf(objectOf(manifest.spec).accessModes)));
    return [{ claim, path, sharing: loosest(modes) }];
  });
}

/** The volume that keeps pods of a workload apart the most: one that one pod can mount, else one that one node can. */
export function tightestClaim(set: ManifestSet, object: SetObject): ClaimVolume | undefined {
  const claims = singleWriterVolumes(set, object);
  return claims.find(({ sharing }) => sharing === 'one-pod') ?? claims[0];
}

/** The volumes that cannot be mounted by pods of two nodes. */
export function singleWriterVolumes(set: ManifestSet, object: SetObject): readonly ClaimVolume[] {
  return volumesOf(set, object).filter(({ sharing }) => sharing === 'one-pod' || sharing === 'one-node');
}

/** Tells whether a workload mounts a claim that only one of its pods may write to, or one of which that is not known. */
export function mayWriteAlone(set: ManifestSet, object: SetObject): boolean {
  return volumesOf(set, object).some(({ sharing }) => sharing !== 'many');
}

function volumesOf(set: ManifestSet, { namespace, workload }: SetObject): readonly ClaimVolume[] {
  return workload === undefined ? [] : claimVolumes(set, namespace, workload.template);
}

function sharingOf(accessModes: readonly string[]): Sharing {
  if (accessModes.includes('ReadWriteMany') || accessModes.includes('ReadOnlyMany')) return 'many';
  if (accessModes.includes('ReadWriteOnce')) return 'one-node';
  return accessModes.includes('ReadWriteOncePod') ? 'one-pod' : 'unknown';
}

function loosest(variants: readonly Sharing[]): Sharing {
  return (['many', 'unknown', 'one-node', 'one-pod'] as const).find((each) => variants.includes(each)) ?? 'unknown';
}

import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../structure/generated/types';

/**
 * Fills in a claim: dataSource and dataSourceRef stand for each other. Source: core/v1/defaults.go
 * SetDefaults_PersistentVolumeClaimSpec; the data sources: pkg/api/persistentvolumeclaim NormalizeDataSources.
 */
export function defaultClaimSpec(spec: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  return { ...spec, volumeMode: spec.volumeMode ?? 'Filesystem' };
}

/**
 * dataSource and dataSourceRef stand for each other. Alone, a dataSource that is neither a claim nor a snapshot is dropped,
 * unless the claim had a source before; and so is a reference into another namespace, whose feature is off in every version.
 * Source: pkg/api/persistentvolumeclaim DropDisabledFields, EnforceDataSourceBackwardsCompatibility, NormalizeDataSources.
 */
export function normalizeDataSources(
  written: PersistentVolumeClaimSpec,
  old: PersistentVolumeClaimSpec = {},
): PersistentVolumeClaimSpec {
  const { dataSource, dataSourceRef, ...spec } = written;
  if (dataSourceRef !== undefined && (dataSourceRef.namespace ?? '') === '')
    return { ...spec, dataSource: dataSource ?? dataSourceRef, dataSourceRef };
  const hadSource = old.dataSource !== undefined || old.dataSourceRef !== undefined;
  if (dataSource === undefined || !(hadSource || isClaimOrSnapshot(dataSource))) return spec;
  return { ...spec, dataSource, dataSourceRef: dataSource };
}

function isClaimOrSnapshot({ apiGroup = '', kind }: TypedLocalObjectReference): boolean {
  if (kind === 'PersistentVolumeClaim') return apiGroup === '';
  return kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io';
}

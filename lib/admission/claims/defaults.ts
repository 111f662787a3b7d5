import type { PersistentVolumeClaimSpec } from '../structure/generated/types';

/**
 * Fills in a claim: dataSource and dataSourceRef stand for each other. Source: core/v1/defaults.go
 * SetDefaults_PersistentVolumeClaimSpec; the data sources: pkg/api/persistentvolumeclaim NormalizeDataSources.
 */
export function defaultClaimSpec(spec: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  return { ...spec, volumeMode: spec.volumeMode ?? 'Filesystem' };
}

/** Source: pkg/api/persistentvolumeclaim EnforceDataSourceBackwardsCompatibility, NormalizeDataSources. */
export function normalizeDataSources(written: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  const { dataSource, dataSourceRef: reference, ...spec } = written;
  const isKept = dataSource !== undefined && isClaimOrSnapshot(dataSource.apiGroup ?? '', dataSource.kind ?? '');
  // A gate that is off in every version drops a reference into another namespace.
  const dataSourceRef = (reference?.namespace ?? '') === '' ? reference : undefined;
  const source = isKept ? dataSource : undefined;
  if (source !== undefined && dataSourceRef === undefined)
    return { ...spec, dataSource: source, dataSourceRef: source };
  if (source === undefined && dataSourceRef !== undefined && (dataSourceRef.namespace ?? '') === '') {
    const { namespace: _namespace, ...local } = dataSourceRef;
    const isMirrored = isClaimOrSnapshot(local.apiGroup ?? '', local.kind ?? '');
    return isMirrored ? { ...spec, dataSource: local, dataSourceRef } : { ...spec, dataSourceRef };
  }
  return { ...spec, dataSource: source, dataSourceRef };
}

function isClaimOrSnapshot(apiGroup: string, kind: string): boolean {
  return (
    (apiGroup === '' && kind === 'PersistentVolumeClaim') ||
    (apiGroup === 'snapshot.storage.k8s.io' && kind === 'VolumeSnapshot')
  );
}

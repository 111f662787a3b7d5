import type { JsonObject } from '../../kubernetes/views/json';
import type { Report } from '../report';
import type { PodSpec } from '../structure/generated/types';

/**
 * While image volumes are off, they go, and what mounts them goes with them. Source: pkg/api/pod/util.go dropImageVolumes.
 */
export function withoutGatedVolumes(
  podSpec: JsonObject,
  path: string,
  report: Report,
  onDrop: (path: string) => void,
): JsonObject {
  const spec = podSpec as PodSpec;
  const volumes = spec.volumes ?? [];
  if (report.has('ImageVolume') || volumes.every(({ image }) => image === undefined)) return podSpec;
  const names = new Set<string>();
  volumes.forEach(({ name = '', image }, index) => {
    if (image === undefined) return;
    names.add(name);
    onDrop(`${path}.volumes[${index}]`);
  });
  const unmounted = <T extends { readonly volumeMounts?: ReadonlyArray<{ readonly name?: string }> }>(
    container: T,
  ): T => ({
    ...container,
    volumeMounts: container.volumeMounts?.filter(({ name = '' }) => !names.has(name)),
  });
  return {
    ...spec,
    volumes: volumes.filter(({ image }) => image === undefined),
    containers: spec.containers?.map(unmounted),
    initContainers: spec.initContainers?.map(unmounted),
    ephemeralContainers: spec.ephemeralContainers?.map(unmounted),
  } as unknown as JsonObject;
}

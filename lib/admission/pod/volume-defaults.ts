import { defaultPullPolicy } from '../../kubernetes/text/image-reference';
import { API_DEFAULTS } from '../../kubernetes/versions/api-defaults';
import { defaultClaimSpec } from '../claims/defaults';
import type { Report } from '../report';
import type {
  DownwardAPIVolumeFile,
  EphemeralVolumeSource,
  ImageVolumeSource,
  ObjectFieldSelector,
  ProjectedVolumeSource,
  Volume,
} from '../structure/generated/types';

/** 0644 */
const DEFAULT_MODE = API_DEFAULTS.volume.defaultMode;

/** Fills in a volume; one without a source is an emptyDir. Source: core/v1/defaults.go SetDefaults_Volume. */
export function defaultVolume(volume: Volume, report: Report): Volume {
  const sources = Object.keys(volume).filter((field) => field !== 'name');
  if (sources.length === 0) return { ...volume, emptyDir: {} };
  const { azureDisk, configMap, downwardAPI, ephemeral, hostPath, image, projected, secret } = volume;
  return {
    ...volume,
    ...(azureDisk && { azureDisk: { ...azureDisk, kind: azureDisk.kind ?? 'Shared' } }),
    ...(configMap && { configMap: { defaultMode: DEFAULT_MODE, ...configMap } }),
    ...(hostPath && { hostPath: { type: '', ...hostPath } }),
    ...(secret && { secret: { defaultMode: DEFAULT_MODE, ...secret } }),
    ...(downwardAPI && {
      downwardAPI: { defaultMode: DEFAULT_MODE, ...downwardAPI, items: downwardAPI.items?.map(defaultFile) },
    }),
    ...(ephemeral && { ephemeral: defaultEphemeral(ephemeral) }),
    ...(image && { image: defaultImage(image, report) }),
    ...(projected && { projected: defaultProjected(projected) }),
  };
}

export function defaultFieldRef(fieldRef: ObjectFieldSelector): ObjectFieldSelector {
  return { ...fieldRef, apiVersion: fieldRef.apiVersion || 'v1' };
}

function defaultFile(file: DownwardAPIVolumeFile): DownwardAPIVolumeFile {
  return file.fieldRef === undefined ? file : { ...file, fieldRef: defaultFieldRef(file.fieldRef) };
}

function defaultImage(image: ImageVolumeSource, report: Report): ImageVolumeSource {
  if (!report.has('ImageVolume')) return image;
  return { ...image, pullPolicy: image.pullPolicy || defaultPullPolicy(image.reference ?? '') };
}

function defaultEphemeral({ volumeClaimTemplate: template }: EphemeralVolumeSource): EphemeralVolumeSource {
  return { volumeClaimTemplate: template && { ...template, spec: defaultClaimSpec(template.spec ?? {}) } };
}

function defaultProjected(projected: ProjectedVolumeSource): ProjectedVolumeSource {
  const sources = projected.sources?.map((source) => {
    const { downwardAPI, serviceAccountToken } = source;
    return {
      ...source,
      ...(downwardAPI && { downwardAPI: { items: downwardAPI.items?.map(defaultFile) } }),
      ...(serviceAccountToken && { serviceAccountToken: { expirationSeconds: 3600, ...serviceAccountToken } }),
    };
  });
  return { defaultMode: DEFAULT_MODE, ...projected, sources };
}

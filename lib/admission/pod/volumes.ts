import { dnsLabel, dnsSubdomain } from '../names';
import { Report } from '../report';
import type { ObjectMeta, Volume } from '../structure/generated/types';
import { SOURCES, type SourceName } from './volume-sources';

/**
 * Checks the volumes of a pod and answers with those that are valid: a mount of another one is not found. Source:
 * core/validation ValidateVolumes.
 */
export function validateVolumes(
  volumes: readonly Volume[],
  podMetadata: ObjectMeta | undefined,
  path: string,
  report: Report,
): ReadonlyMap<string, Volume> {
  const valid = new Map<string, Volume>();
  const podName = podMetadata?.name ?? '';
  const created = new Set(
    volumes.flatMap(({ name = '', ephemeral }) =>
      podName !== '' && ephemeral !== undefined ? [`${podName}-${name}`] : [],
    ),
  );
  volumes.forEach((volume, index) => {
    const at = `${path}[${index}]`;
    const { name = '' } = volume;
    const own = new Report(report.version);
    validateSource(volume, podMetadata, at, own);
    if (name === '') own.required(`${at}.name`);
    else own.invalidFor(`${at}.name`, name, dnsLabel(name));
    if (valid.has(name)) own.duplicate(`${at}.name`, name);
    if (own.rejections.length === 0) valid.set(name, volume);
    else report.rejections.push(...own.rejections);
    const claimName = volume.persistentVolumeClaim?.claimName;
    if (claimName !== undefined && created.has(claimName))
      report.invalid(
        `${at}.persistentVolumeClaim.claimName`,
        claimName,
        'must not be a claim made for an ephemeral volume',
      );
  });
  return valid;
}

/** The API server misspells two of the paths that it forbids. */
const FORBIDDEN_AS: Readonly<Partial<Record<SourceName, string>>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };

/** Source: core/validation validateVolumeSource: the first source is checked, each later one is forbidden. */
function validateSource(volume: Volume, podMetadata: ObjectMeta | undefined, path: string, report: Report): void {
  const { name = '', image } = volume;
  const podName = podMetadata?.name ?? '';
  // Until 1.36 a template could leave the reference to whoever fills it in.
  const needsReference = report.isAtLeast(37) || podMetadata !== undefined;
  let isFirst = true;
  for (const source of Object.keys(SOURCES) as SourceName[]) {
    if (volume[source] === undefined) continue;
    if (isFirst) SOURCES[source](volume, path, report);
    else report.forbidden(`${path}.${FORBIDDEN_AS[source] ?? source}`, 'must not be set beside another source');
    if (source === 'iscsi') validatePortalLength(volume, path, report);
    if (source === 'image' && isFirst && needsReference && (image?.reference ?? '') === '')
      report.required(`${path}.image.reference`);
    if (source === 'ephemeral' && isFirst && podName !== '' && name !== '')
      report.invalidFor(`${path}.name`, name, dnsSubdomain(`${podName}-${name}`));
    isFirst = false;
  }
  if (isFirst) report.required(path, 'a volume needs a source');
}

function validatePortalLength({ name = '', iscsi }: Volume, path: string, report: Report): void {
  if (iscsi?.initiatorName !== undefined && `${name}:${iscsi.targetPortal ?? ''}`.length > 64)
    report.invalid(`${path}.name`, name, 'must have at most 64 characters together with ":" and iscsi.targetPortal');
}

import type { Report } from '../report';
import type { VolumeDevice, VolumeMount } from '../structure/generated/types';
import type { AnyContainer, PodContext } from './context';
import { validateDescendingPath } from './paths';

/** Source: core/validation ValidateVolumeMounts; the paths of subPath and below have no index there. */
export function validateVolumeMounts(container: AnyContainer, path: string, { volumes, report }: PodContext): void {
  const { volumeMounts = [], volumeDevices = [] } = container;
  const isPrivileged = container.securityContext?.privileged === true;
  const seen = new Set<string>();
  volumeMounts.forEach((mount, index) => {
    const { name = '', mountPath = '', subPath = '', subPathExpr = '' } = mount;
    const at = `${path}[${index}]`;
    if (name === '') report.required(`${at}.name`);
    if (!volumes.has(name)) report.notFound(`${at}.name`, name, 'no valid volume of the pod has that name');
    if (mountPath === '') report.required(`${at}.mountPath`);
    if (seen.has(mountPath)) report.invalid(`${at}.mountPath`, mountPath, 'must be unique');
    seen.add(mountPath);
    if (volumeDevices.some((device) => (device.name ?? '') === name))
      report.invalid(`${at}.name`, name, 'must not be in volumeDevices too');
    if (devicePaths(volumeDevices).has(mountPath))
      report.invalid(`${at}.mountPath`, mountPath, 'must not be a path in volumeDevices too');
    if (subPath !== '') validateDescendingPath(subPath, `${path}.subPath`, report);
    if (subPathExpr !== '') {
      if (subPath !== '') report.invalid(`${at}.subPathExpr`, subPathExpr, 'must not be set beside subPath');
      validateDescendingPath(subPathExpr, `${path}.subPathExpr`, report);
    }
    validatePropagation(mount, isPrivileged, `${path}.mountPropagation`, report);
    validateRecursiveReadOnly(mount, `${path}.recursiveReadOnly`, report);
    validateBindOptions(mount, volumes.get(name)?.image !== undefined, `${at}.bindMountOptions`, report);
  });
}

/** The last path of each device name counts, as in core/validation GetVolumeDeviceMap. */
function devicePaths(devices: readonly VolumeDevice[]): ReadonlySet<string> {
  return new Set(new Map(devices.map(({ name = '', devicePath = '' }) => [name, devicePath])).values());
}

function validatePropagation(
  { mountPropagation }: VolumeMount,
  isPrivileged: boolean,
  path: string,
  report: Report,
): void {
  if (mountPropagation === undefined) return;
  report.oneOf(path, mountPropagation, ['Bidirectional', 'HostToContainer', 'None']);
  if (mountPropagation === 'Bidirectional' && !isPrivileged)
    report.forbidden(path, 'must not be Bidirectional in a container that is not privileged');
}

function validateRecursiveReadOnly(mount: VolumeMount, path: string, report: Report): void {
  const { recursiveReadOnly, readOnly, mountPropagation = 'None' } = mount;
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
  if (!['Enabled', 'IfPossible'].includes(recursiveReadOnly)) {
    report.notSupported(path, recursiveReadOnly, ['Disabled', 'Enabled', 'IfPossible']);
    return;
  }
  if (readOnly !== true) report.forbidden(path, 'must not be set unless readOnly is true');
  if (mountPropagation !== 'None') report.forbidden(path, 'must not be set beside a mountPropagation other than None');
}

function validateBindOptions(
  { bindMountOptions = [] }: VolumeMount,
  isImage: boolean,
  path: string,
  report: Report,
): void {
  bindMountOptions.forEach((option, index) => {
    report.oneOf(`${path}[${index}]`, option, ['nodev', 'noexec', 'nosuid']);
    if (bindMountOptions.indexOf(option) < index) report.duplicate(`${path}[${index}]`, option);
  });
  if (bindMountOptions.length > 0 && isImage)
    report.invalid(path, bindMountOptions, 'must not be set on an image volume');
}

/** Source: core/validation ValidateVolumeDevices. */
export function validateVolumeDevices(container: AnyContainer, path: string, { volumes, report }: PodContext): void {
  const { volumeMounts = [], volumeDevices = [] } = container;
  const mountPaths = new Map(volumeMounts.map(({ name = '', mountPath = '' }) => [name, mountPath]));
  const names = new Set<string>();
  const paths = new Set<string>();
  volumeDevices.forEach(({ name = '', devicePath = '' }, index) => {
    const at = `${path}[${index}]`;
    const volume = volumes.get(name);
    if (name === '') report.required(`${at}.name`);
    if (names.has(name)) report.invalid(`${at}.name`, name, 'must be unique');
    if (volume === undefined) report.notFound(`${at}.name`, name, 'no valid volume of the pod has that name');
    else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined)
      report.invalid(`${at}.name`, name, 'must be a volume of a claim, which alone can be a block device');
    if (devicePath === '') report.required(`${at}.devicePath`);
    if (paths.has(devicePath)) report.invalid(`${at}.devicePath`, devicePath, 'must be unique');
    if (devicePath.split('/').includes('..')) report.invalid(`${at}.devicePath`, devicePath, 'must not contain ".."');
    else paths.add(devicePath);
    if (mountPaths.has(name)) report.invalid(`${at}.name`, name, 'must not be in volumeMounts too');
    if ([...mountPaths.values()].includes(devicePath))
      report.invalid(`${at}.devicePath`, devicePath, 'must not be a path in volumeMounts too');
    if (name !== '') names.add(name);
  });
}

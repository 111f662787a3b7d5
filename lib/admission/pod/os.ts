import type { Report } from '../report';
import type { PodSpec, SecurityContext } from '../structure/generated/types';
import { containersOf } from './context';

const OF_LINUX_PODS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const;

const OF_LINUX_CONTAINERS: ReadonlyArray<keyof SecurityContext> = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

/** Source: core/validation validateOS, validateLinux, validateWindows. */
export function validateOs(spec: PodSpec, path: string, report: Report): void {
  if (spec.os === undefined) return;
  const { name = '' } = spec.os;
  if (name === '') report.required(`${path}.os.name`);
  else if (name === 'linux') validateLinux(spec, path, report);
  else if (name === 'windows') validateWindows(spec, path, report);
  else report.notSupported(`${path}.os`, name, ['linux', 'windows']);
}

function validateLinux(spec: PodSpec, path: string, report: Report): void {
  const why = 'must not be set for a Linux pod';
  if (spec.securityContext?.windowsOptions !== undefined)
    report.forbidden(`${path}.securityContext.windowsOptions`, why);
  for (const [{ securityContext }, at] of containersOf(spec, path)) {
    if (securityContext?.windowsOptions !== undefined) report.forbidden(`${at}.securityContext.windowsOptions`, why);
  }
}

function validateWindows(spec: PodSpec, path: string, report: Report): void {
  const forbid = (at: string) => report.forbidden(at, 'must not be set for a Windows pod');
  const context = spec.securityContext ?? {};
  for (const field of OF_LINUX_PODS) {
    const value = context[field];
    const isSet = field === 'sysctls' ? (context.sysctls ?? []).length > 0 : value !== undefined;
    if (isSet) forbid(`${path}.securityContext.${field}`);
  }
  if (spec.hostUsers !== undefined) forbid(`${path}.hostUsers`);
  if (spec.hostPID === true) forbid(`${path}.hostPID`);
  if (spec.hostIPC === true) forbid(`${path}.hostIPC`);
  if (spec.shareProcessNamespace !== undefined) forbid(`${path}.shareProcessNamespace`);
  for (const [{ securityContext = {} }, at] of containersOf(spec, path)) {
    for (const field of OF_LINUX_CONTAINERS) {
      if (securityContext[field] !== undefined) forbid(`${at}.securityContext.${field}`);
    }
  }
}

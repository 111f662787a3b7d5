import { byteLength } from '../names';
import type { Report } from '../report';
import type {
  AppArmorProfile,
  PodSecurityContext,
  PodSpec,
  SeccompProfile,
  SecurityContext,
  Sysctl,
} from '../structure/generated/types';
import { validateDescendingPath } from './paths';
import { validateWindowsOptions } from './windows-options';

const MOST_ID = 2 ** 31 - 1;

/** Source: apimachinery validation IsValidUserID, IsValidGroupID. */
export function validateId(id: number | undefined, path: string, report: Report): void {
  if (id !== undefined && (id < 0 || id > MOST_ID)) report.invalid(path, id, `must be between 0 and ${MOST_ID}`);
}

/** Source: core/validation ValidateSecurityContext. */
export function validateSecurityContext(
  context: SecurityContext,
  hostUsers: boolean,
  path: string,
  report: Report,
): void {
  const { privileged, procMount, allowPrivilegeEscalation } = context;
  validateId(context.runAsUser, `${path}.runAsUser`, report);
  validateId(context.runAsGroup, `${path}.runAsGroup`, report);
  if (procMount !== undefined) {
    report.oneOf(`${path}.procMount`, procMount, ['Default', 'Unmasked']);
    if (hostUsers && procMount === 'Unmasked' && report.isAtLeast(30))
      report.invalid(`${path}.procMount`, procMount, 'needs hostUsers to be false');
  }
  validateSeccomp(context.seccompProfile, `${path}.seccompProfile`, report);
  if (allowPrivilegeEscalation === false) {
    const why = 'must not be false';
    if (privileged === true) report.invalid(path, { allowPrivilegeEscalation }, `${why} in a privileged container`);
    for (const capability of context.capabilities?.add ?? []) {
      if (capability === 'CAP_SYS_ADMIN')
        report.invalid(path, { allowPrivilegeEscalation }, `${why} with the capability CAP_SYS_ADMIN`);
    }
  }
  if (context.windowsOptions !== undefined)
    validateWindowsOptions(context.windowsOptions, `${path}.windowsOptions`, report);
  validateAppArmor(context.appArmorProfile, `${path}.appArmorProfile`, report);
}

const PROFILES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

function validateSeccomp(profile: SeccompProfile | undefined, path: string, report: Report): void {
  if (profile === undefined) return;
  const { type = '', localhostProfile } = profile;
  if (type === '') report.required(`${path}.type`);
  else report.oneOf(`${path}.type`, type, PROFILES);
  const at = `${path}.localhostProfile`;
  if (type !== 'Localhost') {
    if (localhostProfile !== undefined)
      report.invalid(at, localhostProfile, 'must not be set unless the type is Localhost');
  } else if (localhostProfile === undefined) report.required(at, 'the type is Localhost');
  else validateDescendingPath(localhostProfile, at, report);
}

/** Source: core/validation ValidateAppArmorProfileField. */
function validateAppArmor(profile: AppArmorProfile | undefined, path: string, report: Report): void {
  if (profile === undefined) return;
  const { type = '', localhostProfile } = profile;
  const at = `${path}.localhostProfile`;
  if (type === '') report.required(`${path}.type`);
  else if (!PROFILES.includes(type)) report.notSupported(`${path}.type`, type, PROFILES);
  else if (type !== 'Localhost') {
    if (localhostProfile !== undefined)
      report.invalid(at, localhostProfile, 'must not be set unless the type is Localhost');
  } else if (localhostProfile === undefined || localhostProfile === '') report.required(at, 'the type is Localhost');
  else {
    if (localhostProfile.trim() !== localhostProfile)
      report.invalid(at, localhostProfile, 'must not have blanks around it');
    if (byteLength(localhostProfile) > 4095) report.tooLong(at, '4095 characters');
  }
}

/** Tells whether a text can be the name of an AppArmor profile on a node. */
export function isLocalProfile(name: string): boolean {
  return name !== '' && name.trim() === name && byteLength(name) <= 4095;
}

/** Source: core/validation validatePodSpecSecurityContext. */
export function validatePodSecurityContext(
  context: PodSecurityContext,
  spec: PodSpec,
  path: string,
  report: Report,
): void {
  validateId(context.fsGroup, `${path}.fsGroup`, report);
  validateId(context.runAsUser, `${path}.runAsUser`, report);
  validateId(context.runAsGroup, `${path}.runAsGroup`, report);
  (context.supplementalGroups ?? []).forEach((group, index) => {
    validateId(group, `${path}.supplementalGroups[${index}]`, report);
  });
  validateSysctls(context.sysctls ?? [], spec, `${path}.sysctls`, report);
  const { fsGroupChangePolicy, supplementalGroupsPolicy, seLinuxChangePolicy } = context;
  if (fsGroupChangePolicy !== undefined)
    report.oneOf(`${path}.fsGroupChangePolicy`, fsGroupChangePolicy, ['Always', 'OnRootMismatch']);
  validateSeccomp(context.seccompProfile, `${path}.seccompProfile`, report);
  if (context.windowsOptions !== undefined)
    validateWindowsOptions(context.windowsOptions, `${path}.windowsOptions`, report);
  validateAppArmor(context.appArmorProfile, `${path}.appArmorProfile`, report);
  if (supplementalGroupsPolicy !== undefined)
    report.oneOf(`${path}.supplementalGroupsPolicy`, supplementalGroupsPolicy, ['Merge', 'Strict']);
  if (seLinuxChangePolicy !== undefined)
    report.oneOf(
      `${path}.seLinuxChangePolicy`,
      seLinuxChangePolicy,
      report.has('SELinuxMount') ? ['MountOption', 'Recursive'] : ['Recursive'],
    );
}

const SYSCTL = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

/** Source: core/validation validateSysctls and ValidateHostSysctl, component-helpers/node/util/sysctl. */
function validateSysctls(sysctls: readonly Sysctl[], spec: PodSpec, path: string, report: Report): void {
  const names = new Set<string>();
  sysctls.forEach(({ name = '' }, index) => {
    const at = `${path}[${index}].name`;
    if (name === '') report.required(at);
    else if (name.length > 253 || !SYSCTL.test(name)) report.invalid(at, name, 'must be the name of a sysctl');
    else if (names.has(name)) report.duplicate(at, name);
    names.add(name);
    if (!report.isAtLeast(29)) return;
    const namespace = namespaceOf(name);
    if (namespace === 'net' && spec.hostNetwork === true) report.invalid(at, name, 'must not be set with hostNetwork');
    if (namespace === 'ipc' && spec.hostIPC === true) report.invalid(at, name, 'must not be set with hostIPC');
  });
}

const IPC = new Set(
  ['sem', 'shmall', 'shmmax', 'shmmni', 'shm_rmid_forced', 'shm', 'msgmax', 'msgmnb', 'msgmni', 'msg'].map(
    (name) => `kernel.${name}`,
  ),
);

function namespaceOf(sysctl: string): 'net' | 'ipc' | undefined {
  const name = dotted(sysctl);
  if (name.startsWith('net.')) return 'net';
  return IPC.has(name) || name.startsWith('fs.mqueue.') ? 'ipc' : undefined;
}

/** A sysctl may be written with slashes; then its dots stand for slashes in turn. */
function dotted(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  if (first !== '/') return name;
  return name.replace(/[./]/g, (each) => (each === '/' ? '.' : '/'));
}

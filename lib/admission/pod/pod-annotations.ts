import { isObject, type Json, objectOf } from '../../kubernetes/views/json';
import type { Report } from '../report';
import type { AppArmorProfile, ObjectMeta, PodSpec, SeccompProfile, Toleration } from '../structure/generated/types';
import { containersOf, type PodContext } from './context';
import { validateDescendingPath } from './paths';
import { isLocalProfile } from './security-context';
import { validateTolerations } from './tolerations';

type Annotations = Readonly<Record<string, string>>;

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** Annotations that mean something to the API server itself. Source: core/validation ValidatePodSpecificAnnotations. */
export function validatePodAnnotations(annotations: Annotations, spec: PodSpec, path: string, report: Report): void {
  const mirror = annotations['kubernetes.io/config.mirror'];
  if (mirror !== undefined && (spec.nodeName ?? '') === '')
    report.invalid(`${path}[kubernetes.io/config.mirror]`, mirror, 'needs spec.nodeName');
  const cost = annotations[DELETION_COST];
  if (cost !== undefined && !isDeletionCost(cost))
    report.invalid(`${path}[${DELETION_COST}]`, cost, 'must be a whole number of 32 bits');
  const tolerations = annotations[TOLERATIONS] ?? '';
  if (tolerations !== '') validateTolerationsIn(tolerations, path, report);
  for (const [key, value] of Object.entries(annotations)) {
    if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) validateSeccompValue(value, `${path}.${key}`, report);
    if (key.startsWith(APP_ARMOR)) validateAppArmorValue(key, value, spec, path, report);
  }
}

/** A leading "+" or zero makes it no number. Source: pkg/apis/core/helper GetDeletionCostFromPodAnnotations. */
function isDeletionCost(text: string): boolean {
  return /^(0|-?[1-9]\d*)$/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
}

/** Source: core/validation ValidateTolerationsInPodAnnotations. Go reads the names of fields in either case. */
function validateTolerationsIn(text: string, path: string, report: Report): void {
  const read = readTolerations(text);
  if (read === undefined) report.invalid(path, TOLERATIONS, 'must be a list of tolerations in JSON');
  else validateTolerations(read, `${path}.${TOLERATIONS}`, report);
}

function readTolerations(text: string): readonly Toleration[] | undefined {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (value === null) return [];
  if (!Array.isArray(value) || !value.every((item) => item === null || isObject(item))) return undefined;
  return value.map((item) =>
    Object.fromEntries(
      Object.entries(objectOf(item)).map(([key, each]) => [key.charAt(0).toLowerCase() + key.slice(1), each]),
    ),
  );
}

const RUNTIME_DEFAULTS = ['runtime/default', 'docker/default'];

function validateSeccompValue(value: string, path: string, report: Report): void {
  if (RUNTIME_DEFAULTS.includes(value) || value === 'unconfined') return;
  if (value.startsWith('localhost/')) validateDescendingPath(value.slice('localhost/'.length), path, report);
  else report.invalid(path, value, 'must be runtime/default, unconfined or localhost/<profile>');
}

function validateAppArmorValue(key: string, value: string, spec: PodSpec, path: string, report: Report): void {
  const name = key.slice(APP_ARMOR.length);
  if (!containersOf(spec, '').some(([container]) => container.name === name))
    report.invalid(`${path}[${key}]`, name, 'must be the name of a container');
  if (!['', 'runtime/default', 'unconfined'].includes(value) && !value.startsWith('localhost/'))
    report.invalid(`${path}[${key}]`, value, 'must be runtime/default, unconfined or localhost/<profile>');
}

/**
 * The profile that the annotation of a container stands for, if it can be read. Source: pkg/api/pod/util.go
 * ApparmorFieldForAnnotation.
 */
export function appArmorOf(annotations: Annotations, container: string): AppArmorProfile | undefined {
  const annotation = annotations[`${APP_ARMOR}${container}`];
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (annotation?.startsWith('localhost/') !== true) return undefined;
  const localhostProfile = annotation.slice('localhost/'.length);
  return isLocalProfile(localhostProfile) ? { type: 'Localhost', localhostProfile } : undefined;
}

/** Source: core/validation validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate. */
export function validateProfilesMatch({ annotations = {} }: ObjectMeta, { spec, path, report }: PodContext): void {
  const ofPod = spec.securityContext ?? {};
  const podAnnotation = annotations[SECCOMP_POD];
  if (podAnnotation !== undefined)
    validateMatch(
      podAnnotation,
      ofPod.seccompProfile,
      RUNTIME_DEFAULTS,
      `${path}.securityContext.seccompProfile`,
      report,
    );
  const isWindows = spec.os?.name === 'windows';
  for (const [{ name = '', securityContext }, at] of containersOf(spec, path)) {
    const seccomp = annotations[`${SECCOMP_CONTAINER}${name}`];
    if (seccomp !== undefined)
      validateMatch(
        seccomp,
        securityContext?.seccompProfile,
        RUNTIME_DEFAULTS,
        `${at}.securityContext.seccompProfile`,
        report,
      );
    const appArmor = annotations[`${APP_ARMOR}${name}`];
    const profile = securityContext?.appArmorProfile ?? ofPod.appArmorProfile;
    if (appArmor !== undefined && !isWindows)
      validateMatch(appArmor, profile, ['runtime/default'], `${at}.securityContext.appArmorProfile`, report);
  }
}

function validateMatch(
  annotation: string,
  profile: SeccompProfile | AppArmorProfile | undefined,
  defaults: readonly string[],
  path: string,
  report: Report,
): void {
  if (profile === undefined) return;
  const why = `must say the same as the annotation, which is "${annotation}"`;
  const isLocal = annotation.startsWith('localhost/');
  if (profile.type === 'Unconfined' && annotation !== 'unconfined') report.forbidden(`${path}.type`, why);
  else if (profile.type === 'RuntimeDefault' && !defaults.includes(annotation)) report.forbidden(`${path}.type`, why);
  else if (profile.type === 'Localhost' && !isLocal) report.forbidden(`${path}.type`, why);
  else if (profile.type === 'Localhost' && annotation.slice('localhost/'.length) !== profile.localhostProfile)
    report.forbidden(`${path}.localhostProfile`, why);
}

import { configMapKey, dnsLabel, dnsSubdomain, envName, maskTrailingDash } from '../names';
import type { Report } from '../report';
import type {
  ConfigMapEnvSource,
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  FileKeySelector,
} from '../structure/generated/types';
import { validateFieldRef, validateResourceFieldRef } from './field-refs';
import { validateNoBacksteps } from './paths';

/** Source: core/validation ValidateEnv. */
export function validateEnv(vars: readonly EnvVar[], path: string, report: Report): void {
  const relaxed = report.has('RelaxedEnvironmentVariableValidation');
  vars.forEach(({ name = '', value = '', valueFrom }, index) => {
    const at = `${path}[${index}]`;
    if (name === '') report.required(`${at}.name`);
    else report.invalidFor(`${at}.name`, name, envName(name, relaxed));
    if (valueFrom !== undefined) validateValueFrom(valueFrom, value, `${at}.valueFrom`, report);
  });
}

const FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.podIP',
  'status.podIPs',
];

function fieldsIn(report: Report): readonly string[] {
  return report.has('PodHostIPs') ? [...FIELDS, 'status.hostIPs'] : FIELDS;
}

function validateValueFrom(source: EnvVarSource, value: string, path: string, report: Report): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  if (fieldRef !== undefined) validateFieldRef(fieldRef, fieldsIn(report), `${path}.fieldRef`, report);
  if (resourceFieldRef !== undefined)
    validateResourceFieldRef(resourceFieldRef, false, `${path}.resourceFieldRef`, report);
  if (configMapKeyRef !== undefined) validateKeySelector(configMapKeyRef, `${path}.configMapKeyRef`, report);
  if (secretKeyRef !== undefined) validateKeySelector(secretKeyRef, `${path}.secretKeyRef`, report);
  if (fileKeyRef !== undefined) validateFileKeyRef(fileKeyRef, `${path}.fileKeyRef`, report);

  const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef];
  const count = sources.filter((each) => each !== undefined).length;
  if (count === 0)
    report.invalid(path, {}, 'must have one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef');
  else if (value !== '') report.invalid(path, value, 'must not be set beside a value');
  else if (count > 1) report.invalid(path, Object.keys(source), 'must have one source, not more');
}

/** Source: core/validation validateConfigMapKeySelector, validateSecretKeySelector. */
function validateKeySelector({ name = '', key = '' }: ConfigMapKeySelector, path: string, report: Report): void {
  report.invalidFor(`${path}.name`, name, dnsSubdomain(name));
  if (key === '') report.required(`${path}.key`);
  else report.invalidFor(`${path}.key`, key, configMapKey(key));
}

function validateFileKeyRef(
  { key = '', volumeName = '', path: file = '' }: FileKeySelector,
  path: string,
  report: Report,
): void {
  if (key === '') report.required(`${path}.key`);
  else report.invalidFor(`${path}.key`, key, envName(key, true));
  if (volumeName === '') report.required(`${path}.volumeName`);
  else report.invalidFor(`${path}.volumeName`, volumeName, dnsLabel(volumeName));
  if (file === '') report.required(`${path}.path`);
  else validateNoBacksteps(file, `${path}.path`, report);
}

/** Source: core/validation ValidateEnvFrom; that a source is missing or doubled is said of the whole list. */
export function validateEnvFrom(sources: readonly EnvFromSource[], path: string, report: Report): void {
  const relaxed = report.has('RelaxedEnvironmentVariableValidation');
  sources.forEach(({ prefix = '', configMapRef, secretRef }, index) => {
    const at = `${path}[${index}]`;
    if (prefix !== '') report.invalidFor(`${at}.prefix`, prefix, envName(prefix, relaxed));
    if (configMapRef !== undefined) validateSourceName(configMapRef, `${at}.configMapRef`, report);
    if (secretRef !== undefined) validateSourceName(secretRef, `${at}.secretRef`, report);
    if (configMapRef === undefined && secretRef === undefined)
      report.invalid(path, sources[index], 'must have one of configMapRef and secretRef');
    else if (configMapRef !== undefined && secretRef !== undefined)
      report.invalid(path, sources[index], 'must have one of configMapRef and secretRef, not both');
  });
}

function validateSourceName({ name = '' }: ConfigMapEnvSource, path: string, report: Report): void {
  if (name === '') report.required(`${path}.name`);
  else report.invalidFor(`${path}.name`, name, dnsSubdomain(maskTrailingDash(name)));
}

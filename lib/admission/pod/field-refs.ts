import { ONE } from '../../kubernetes/text/quantity';
import { qualifiedName } from '../names';
import { amountOf, type Quantity } from '../quantities';
import type { Report } from '../report';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../structure/generated/types';

/** Every field that core/pods ConvertDownwardAPIFieldLabel knows, without a subscript. */
const DOWNWARD_FIELDS = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** `metadata.labels['app']` in its two parts (pkg/fieldpath SplitMaybeSubscriptedPath). */
const SUBSCRIPT = /^(.+?)\['(.*)'\]$/s;

/** Source: core/validation validateObjectFieldSelector; `allowed` are the fields without a subscript. */
export function validateFieldRef(
  { apiVersion = '', fieldPath = '' }: ObjectFieldSelector,
  allowed: readonly string[],
  path: string,
  report: Report,
): void {
  const [, field = fieldPath, key] = SUBSCRIPT.exec(fieldPath) ?? [];
  const at = `${path}.fieldPath`;
  if (apiVersion === '') report.required(`${path}.apiVersion`);
  else if (fieldPath === '') report.required(at);
  else if (apiVersion !== 'v1') report.invalid(at, fieldPath, `apiVersion "${apiVersion}" is not known`);
  else if (!isDownwardField(field, key)) report.invalid(at, fieldPath, 'is not a field that a container can be told');
  else if (key !== undefined)
    report.invalidFor(path, key, qualifiedName(field === 'metadata.annotations' ? key.toLowerCase() : key));
  else if (!allowed.includes(field === 'spec.host' ? 'spec.nodeName' : field))
    report.notSupported(at, fieldPath, allowed);
}

function isDownwardField(field: string, key: string | undefined): boolean {
  if (key !== undefined) return field === 'metadata.annotations' || field === 'metadata.labels';
  return DOWNWARD_FIELDS.includes(field) || field === 'spec.host';
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage']
  .flatMap((name) => [`limits.${name}`, `requests.${name}`])
  .sort();
const HUGEPAGES = /^(limits|requests)\.hugepages-/;
const BYTE_DIVISORS = {
  decimal: new Set(['1', '1k', '1M', '1G', '1T', '1P', '1E'].map(amountOf)),
  binary: new Set(['1', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'].map(amountOf)),
  exponent: new Set([ONE]),
};
const CPU_DIVISORS = { decimal: new Set([ONE / 1000n, ONE]), binary: new Set([ONE]), exponent: new Set([ONE]) };

/** The API server compares divisors as it prints them, so that 1024 is not 1Ki, and 1e3 not 1k. */
function formOf(divisor: Quantity): keyof typeof BYTE_DIVISORS {
  const text = String(divisor).trim();
  if (text.endsWith('i')) return 'binary';
  return /[eE][+-]?\d+$/.test(text) ? 'exponent' : 'decimal';
}

/** Source: core/validation validateContainerResourceFieldSelector and validateContainerResourceDivisor. */
export function validateResourceFieldRef(
  { containerName = '', resource = '', divisor }: ResourceFieldSelector,
  isVolume: boolean,
  path: string,
  report: Report,
): void {
  if (isVolume && containerName === '') report.required(`${path}.containerName`);
  else if (resource === '') report.required(`${path}.resource`);
  else if (!RESOURCES.includes(resource) && !HUGEPAGES.test(resource))
    report.notSupported(`${path}.resource`, resource, RESOURCES);

  const amount = divisor === undefined ? 0n : amountOf(divisor);
  if (divisor === undefined || amount === 0n) return;
  const form = formOf(divisor);
  const isCpu = resource === 'limits.cpu' || resource === 'requests.cpu';
  if (isCpu && !CPU_DIVISORS[form].has(amount)) report.invalid(`${path}.divisor`, divisor, 'must be 1m or 1 for cpu');
  const isBytes = RESOURCES.includes(resource) || HUGEPAGES.test(resource);
  if (isBytes && !isCpu && !BYTE_DIVISORS[form].has(amount))
    report.invalid(`${path}.divisor`, divisor, 'must be 1 or one of the units 1k to 1E and 1Ki to 1Ei');
}

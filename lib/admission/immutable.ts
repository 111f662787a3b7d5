import { amountOf } from './quantities';
import type { Report } from './report';
import { show } from './report';

/** Rejects a field whose value changed. Source: apimachinery pkg/api/validation ValidateImmutableField. */
export function validateImmutable(value: unknown, old: unknown, path: string, fix: string, report: Report): void {
  if (isEqual(value, old)) return;
  report.add('Invalid', path, `is ${show(value)} and was ${show(old)}, and cannot be changed`, fix);
}

/**
 * Compares as apiequality.Semantic does after Go has decoded both: an empty text, zero, false, list or map is the same as
 * none where Go's field is no pointer; quantities are compared by their amount.
 */
export function isEqual(a: unknown, b: unknown, field = ''): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return isNone(a ?? b, field);
  if (isScalar(a) && isScalar(b)) return QUANTITIES.has(field) && amountOf(a) === amountOf(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) || Array.isArray(b)) return false;
  const [left, right] = [(a ?? {}) as Record<string, unknown>, (b ?? {}) as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  const ofQuantities = QUANTITY_MAPS.has(field);
  return [...keys].every((key) => isEqual(left[key], right[key], ofQuantities || key === 'sizeLimit' ? QUANTITY : key));
}

const QUANTITY = 'quantity';
const QUANTITIES = new Set([QUANTITY, 'divisor']);
const QUANTITY_MAPS = new Set(['requests', 'limits', 'overhead']);

/** Pointers in Go (k8s.io/api types.go), whose zero value is not the same as none. */
const POINTERS = new Set(
  [
    'runAsUser runAsGroup fsGroup defaultMode mode tolerationSeconds priority activeDeadlineSeconds expirationSeconds',
    'terminationGracePeriodSeconds minDomains backoffLimitPerIndex maxFailedIndexes succeededCount runtimeClassName',
    'seLinuxChangePolicy supplementalGroupsPolicy fsGroupChangePolicy procMount mountPropagation recursiveReadOnly',
    'nodeAffinityPolicy nodeTaintsPolicy stopSignal service signerName podGroupName resourceClaimName',
    'resourceClaimTemplateName gmsaCredentialSpecName gmsaCredentialSpec runAsUserName mode partition',
    'storageClassName localhostProfile apiGroup containerName hostnameOverride volumeAttributesClassName preemptionPolicy',
  ]
    .join(' ')
    .split(' '),
);

const PLAIN_BOOLEANS = new Set(['hostNetwork', 'hostPID', 'hostIPC', 'stdin', 'stdinOnce', 'tty', 'readOnly']);

/** Maps, and structs that are no pointers: an empty one is the same as none. */
const PLAIN_OBJECTS = new Set(
  'labels annotations nodeSelector matchLabels requests limits overhead options data binaryData resources metadata status'.split(
    ' ',
  ),
);

function isNone(value: unknown, field: string): boolean {
  if (value === undefined) return true;
  if (field === 'divisor' && isScalar(value)) return amountOf(value) === 0n;
  if (value === '' || value === 0) return !POINTERS.has(field);
  if (value === false) return PLAIN_BOOLEANS.has(field);
  if (Array.isArray(value)) return value.length === 0;
  return PLAIN_OBJECTS.has(field) && Object.keys(value as object).length === 0;
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

import { formatDecimal, ONE, parseQuantity } from '../../kubernetes/text/quantity';
import { podQuantities, storageQuantities, type WrittenQuantity } from '../reading/quantities';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

/** A mebibyte, in billionths of a byte: no container runs in less. */
const MEBIBYTE = 2n ** 20n * ONE;

const NEXT_SMALLER: Readonly<Record<string, string>> = { Ki: '', Mi: 'Ki', Gi: 'Mi', Ti: 'Gi', Pi: 'Ti', Ei: 'Pi' };

export const bytesAreWhole = defineRule({
  id: 'bytes-are-whole',
  topic: 'resources',
  since: '0.1.0',
  severity: 'error',
  title: 'A quantity of memory or storage is a whole number of bytes',
  why: 'In a quantity "m" is thousandths, so `256m` of memory is a quarter of a byte, which Kubernetes rounds up to one: the container does not start, or is killed at once. A fraction of a larger number of bytes (`1.1Gi`) works, rounded up, with a warning of the API server at each apply; that is an info.',
  fix: 'Write the quantity with a binary unit, such as `256Mi`.',
  see: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
    'https://github.com/kubernetes/kubernetes/issues/79950',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256m } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }
`,
  looksAt: (object, context) => object.ref.kind === 'PersistentVolumeClaim' || isRunning(object, context),
  *check(object) {
    for (const quantity of [...podQuantities(object), ...storageQuantities(object)]) {
      const { resource, value, path, subject, container } = quantity;
      const nano = isOfBytes(quantity) ? parseQuantity(value) : undefined;
      if (nano === undefined || nano % ONE === 0n) continue;
      yield {
        message: `${subject} "${value}" of ${resource}, which is ${formatDecimal(nano)} ${nano < 2n * ONE ? 'of a byte' : 'bytes'}`,
        path,
        fix: adviceFor(String(value)),
        severity: nano < MEBIBYTE ? 'error' : 'info',
        container,
      };
    }
  },
});

function isOfBytes({ resource }: WrittenQuantity): boolean {
  return ['memory', 'ephemeral-storage', 'storage'].includes(resource) || resource.startsWith('hugepages-');
}

/** Says what was probably meant; undefined where that cannot be told. */
function adviceFor(written: string): string | undefined {
  const [, number = '', unit = ''] = /^\+?(\d*\.?\d*)([a-zA-Z]*)$/.exec(written) ?? [];
  const nano = parseQuantity(number) ?? 0n;
  if (unit === 'm' && nano % ONE === 0n) {
    return `Write "${nano / ONE}Mi" if mebibytes are meant: "m" is thousandths of a byte.`;
  }
  if (unit === '' && nano > 0n)
    return `Write "${roundedUp(nano, 1024n)}Mi" if gibibytes are meant: without a unit it is bytes.`;
  const smaller = NEXT_SMALLER[unit];
  return smaller === undefined ? undefined : `Write "${roundedUp(nano, 1024n)}${smaller}", the next whole number.`;
}

function roundedUp(nano: bigint, factor: bigint): bigint {
  return (nano * factor + ONE - 1n) / ONE;
}

import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { DIAGNOSES, diagnose } from '../../lib/diagnosis';
import type { Manifest } from '../../lib/kubernetes/views/manifest';

const NOW = { now: '2026-09-01T12:00:00Z' };
const KINDS = [...new Set(DIAGNOSES.flatMap(({ kinds }) => kinds))];
const EVIDENCE = DIAGNOSES.flatMap(({ evidence }) =>
  parseAllDocuments(evidence).map((document) => document.toJS() as Manifest),
);

describe.each(KINDS)('%s', (kind) => {
  test.each([
    ['nothing but its kind', {}],
    ['null in every place', { metadata: null, spec: null, status: null }],
    ['an empty status', { metadata: { name: 'a' }, spec: {}, status: {} }],
    ['texts in the places of objects', { metadata: 'a', spec: 'b', status: 'c' }],
    ['lists in the places of objects', { metadata: [], spec: [], status: [] }],
    [
      'conditions that are none',
      { status: { conditions: [null, 1, 'x', {}], containerStatuses: [null, {}, { name: 1, state: 'x' }] } },
    ],
  ])('with %s gets an answer', (_name, body) => {
    const { diagnoses } = diagnose([{ apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1', kind, ...body } as Manifest], NOW);
    expect(diagnoses).toHaveLength(1);
  });
});

/** Puts something else into one place of an object, or takes the place away. */
function mutated(value: unknown, path: readonly number[], replacement: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  if (keys.length === 0) return replacement;
  const key = keys[head % keys.length] as string;
  const child = mutated((value as Record<string, unknown>)[key], rest, replacement);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? child : item))
    : { ...value, [key]: child };
}

test('no change of any place of the evidence makes it throw', () => {
  fc.assert(
    fc.property(
      fc.nat(EVIDENCE.length - 1),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
      fc.oneof(
        fc.constantFrom(null, undefined, '', 'x', 0, -1, 1e308, true, [], {}, [[]], '2026-13-45T99:99:99Z'),
        fc.jsonValue(),
      ),
      (index, path, replacement) => {
        const object = mutated(EVIDENCE[index], path, replacement) as Manifest;
        expect(diagnose([object, ...EVIDENCE.slice(index, index + 2)], NOW).diagnoses).toBeInstanceOf(Array);
      },
    ),
    { numRuns: 3000 },
  );
});

test('input that holds no object gives no diagnosis', () => {
  expect(diagnose([null, 1, 'x', [], [[]], { kind: 'List' }] as unknown as Manifest[], NOW).diagnoses).toEqual([]);
});

test('lists of any depth are read', () => {
  let list: unknown = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'deep' }, status: { phase: 'Unknown' } };
  for (let depth = 0; depth < 20_000; depth += 1) list = { apiVersion: 'v1', kind: 'List', items: [list] };
  expect(diagnose([list as Manifest], NOW).diagnoses[0]?.class).toBe('Unknown');
});

test('owners that own each other do not hang it', () => {
  const owned = (name: string, owner: string) => ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name, uid: name, ownerReferences: [{ kind: 'ReplicaSet', name: owner, uid: owner, controller: true }] },
    spec: { replicas: 1 },
  });
  expect(diagnose([owned('a', 'b'), owned('b', 'a')], NOW).diagnoses.length).toBeGreaterThan(0);
});

function crowd(size: number): Manifest[] {
  return Array.from({ length: size }, (_unused, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `cart-${index}`,
      namespace: `team-${index % 50}`,
      uid: `u${index}`,
      managedFields: [{ manager: 'kubelet', fieldsV1: { 'f:status': { 'f:conditions': {} } } }],
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: `app-${index % 400}`,
          uid: `o${index % 400}`,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: `node-${index % 100}`,
      containers: [{ name: 'web', image: 'cart:1', env: [{ name: 'PADDING', value: 'x'.repeat(200) }] }],
    },
    status: {
      phase: index % 3 === 0 ? 'Pending' : 'Running',
      containerStatuses: [
        {
          name: 'web',
          ready: index % 3 !== 0,
          restartCount: 0,
          state:
            index % 3 === 0
              ? { waiting: { reason: 'CreateContainerConfigError', message: 'secret "db" not found' } }
              : { running: {} },
        },
      ],
    },
  }));
}

test('10,000 pods and 20,000 events are diagnosed in under 3 s, one entry a cause', () => {
  const events = Array.from({ length: 20_000 }, (_unused, index) => ({
    apiVersion: 'v1',
    kind: 'Event',
    involvedObject: {
      kind: 'Pod',
      namespace: `team-${index % 50}`,
      name: `cart-${index % 10_000}`,
      uid: `u${index % 10_000}`,
    },
    type: 'Warning',
    reason: 'Failed',
    message: 'Error: secret "db" not found',
    lastTimestamp: '2026-09-01T11:00:00Z',
  }));
  const objects = [...crowd(10_000), ...events];
  // Time on the processor: other work of the machine does not count.
  const start = process.cpuUsage();
  const { diagnoses } = diagnose(objects, NOW);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(3000);
  // One missing Secret a namespace is one cause, whatever workloads need it.
  expect(diagnoses).toHaveLength(50);
  expect(diagnoses.reduce((sum, { affected }) => sum + affected.length, 0)).toBe(3334);
});

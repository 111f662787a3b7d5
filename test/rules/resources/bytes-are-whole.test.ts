import { check } from '../../../lib/check/check';
import type { JsonObject } from '../../../lib/kubernetes/views/json';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { found, messages, workload } from '../support';

const RULE = 'bytes-are-whole';
const CONTAINER = 'spec.template.spec.containers[0]';
const withResources = (resources: JsonObject) => workload({ container: { resources } });
const fixes = (value: string) =>
  check([withResources({ limits: { memory: value } })], { only: [RULE] }).findings.map(({ fix }) => fix);

test('a quarter of a byte is an error, in requests and limits, of memory and storage', () => {
  expect(
    found(RULE, [withResources({ requests: { memory: '256m' }, limits: { 'ephemeral-storage': '1500m' } })]),
  ).toEqual([
    `error web ${CONTAINER}.resources.requests[memory]`,
    `error web ${CONTAINER}.resources.limits[ephemeral-storage]`,
  ]);
  expect(messages(RULE, [withResources({ requests: { memory: '256m' } })])).toEqual([
    'container "web" requests "256m" of memory, which is 0.256 of a byte',
  ]);
  expect(messages(RULE, [withResources({ limits: { memory: 4096.5 } })])).toEqual([
    'container "web" is limited to "4096.5" of memory, which is 4096.5 bytes',
  ]);
});

test('hugepages, init containers and the pod as a whole count too', () => {
  const pod = {
    resources: { limits: { memory: '512m' } },
    initContainers: [{ name: 'init', resources: { limits: { 'hugepages-2Mi': '64m' } } }],
  };
  expect(found(RULE, [workload({ pod })])).toEqual([
    'error web spec.template.spec.resources.limits[memory]',
    'error web spec.template.spec.initContainers[0].resources.limits[hugepages-2Mi]',
  ]);
});

test('the storage of claims, claim templates and volumes counts too', () => {
  const resources = { requests: { storage: '10m' } };
  const claim: Manifest = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { resources },
  };
  expect(found(RULE, [claim])).toEqual(['error data spec.resources.requests[storage]']);
  const volumes = [
    { name: 'cache', emptyDir: { sizeLimit: '64m' } },
    { name: 'work', ephemeral: { volumeClaimTemplate: { spec: { resources } } } },
  ];
  const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: { resources } }];
  const set = workload({ kind: 'StatefulSet', pod: { volumes }, spec: { volumeClaimTemplates } });
  expect(found(RULE, [set])).toEqual([
    'error web spec.volumeClaimTemplates[0].spec.resources.requests[storage]',
    'error web spec.template.spec.volumes[0].emptyDir.sizeLimit',
    'error web spec.template.spec.volumes[1].ephemeral.volumeClaimTemplate.spec.resources.requests[storage]',
  ]);
  expect(messages(RULE, [set])[1]).toBe('volume "cache" may hold "64m" of storage, which is 0.064 of a byte');
});

test('a fraction of many bytes works, rounded up, and is an info', () => {
  expect(found(RULE, [withResources({ limits: { memory: '1.1Gi' } })])).toEqual([
    `info web ${CONTAINER}.resources.limits[memory]`,
  ]);
});

test.each(['256Mi', '1.5Gi', '0.5Gi', '256M', '1e3', '134217728', '2000m', '0', 'lots'])(
  '%s is left alone',
  (memory) => {
    expect(found(RULE, [withResources({ limits: { memory } })])).toEqual([]);
  },
);

test('CPU may be a fraction', () => {
  expect(found(RULE, [withResources({ requests: { cpu: '250m' }, limits: { 'example.com/gpu': '1' } })])).toEqual([]);
});

test.each([
  ['256m', 'Write "256Mi" if mebibytes are meant: "m" is thousandths of a byte.'],
  ['1.5', 'Write "1536Mi" if gibibytes are meant: without a unit it is bytes.'],
  ['1.1Gi', 'Write "1127Mi", the next whole number.'],
  ['100u', 'Write the quantity with a binary unit, such as `256Mi`.'],
  ['0.5m', 'Write the quantity with a binary unit, such as `256Mi`.'],
])('%s: what was probably meant is told', (value, fix) => {
  expect(fixes(value)).toEqual([fix]);
});

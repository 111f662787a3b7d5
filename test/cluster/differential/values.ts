import fc from 'fast-check';
import type { FieldType, Schema } from '../../../lib/admission/structure/schema';
import type { Json } from '../../../lib/kubernetes/views/json';

const LONG = 'x'.repeat(64);

/** Texts at and beyond the limits of every format. */
const WILD_TEXTS = [
  '',
  'a',
  'A',
  '0',
  '-',
  '.',
  '..',
  '*',
  'a-b',
  'a_b',
  'a.b',
  'a b',
  ' a',
  'a/b',
  'a/b/c',
  '/a',
  'a/',
  '../a',
  'a/../b',
  '..a',
  'example.com',
  'example.com/a',
  'Example.com/A',
  '*.example.com',
  'example.com.',
  '10.0.0.1',
  '010.0.0.1',
  '::1',
  '2001:db8::1',
  '::ffff:10.0.0.1',
  '10.0.0.0/8',
  '10.0.0.1/8',
  '2001:db8::/32',
  '300.1.1.1',
  LONG,
  'x'.repeat(63),
  'a'.repeat(254),
  'http',
  'http-alt-port-name',
  '80',
  '1a',
  'a--b',
  '-a',
  'a-',
  '25%',
  '0%',
  '100%',
  '101%',
  '-1%',
  '1.5%',
  '1Gi',
  '-1',
  'None',
  'Always',
  'true',
  'null',
  'é',
  'x=1',
  'a\nb',
  'v1',
  'apps/v1',
  'metadata.name',
  "metadata.labels['a']",
  "metadata.annotations['A/b']",
  'spec.nodeName',
  'limits.cpu',
  'requests.hugepages-2Mi',
  '* * * * *',
  '@daily',
  '60 * * * *',
  'TZ=UTC 0 0 * * *',
  'Europe/Berlin',
  'Local',
  'Nowhere/Land',
  'web',
  'config',
  'data',
  'cpu',
  'memory',
  'iqn.2001-04.com.example:storage',
  'naa.x',
  'CAP_SYS_ADMIN',
  'SIGTERM',
  '0-3',
  '1,2',
  '3,1',
] as const;

const NUMBERS = [
  0, 1, -1, 2, 3, 5, 10, 15, 30, 59, 60, 61, 100, 101, 255, 256, 420, 511, 512, 599, 600, 1000, 1800, 1801, 3600, 3601,
  8080, 9090, 10_001, 31_080, 32_768, 65_535, 65_536, 86_400, 86_401, 100_000, 100_001, 2_147_483_647, -2_147_483_648,
] as const;

const QUANTITIES = [
  '0',
  '1',
  1,
  '100m',
  '1Gi',
  '128Mi',
  '-1',
  '0.5',
  1.5,
  '1e3',
  '10',
  '2Gi',
  '1k',
  '0.1m',
  '2Mi',
  '3Mi',
  '100E',
] as const;
const BAD_QUANTITIES = ['', 'abc', '1GB', '1.2.3', '1 Gi', '1e'] as const;
const TIMES = ['2024-01-01T00:00:00Z', '2024-02-29T12:30:45.5+02:00'] as const;
const BAD_TIMES = ['', 'now', '2024-13-01T00:00:00Z', '2024-01-01'] as const;
const KEYS = [
  'app',
  'a/b',
  'example.com/a',
  'A_b',
  '-a',
  '',
  'a/b/c',
  'Example.com/a',
  LONG,
  'cpu',
  'memory',
  'ephemeral-storage',
  'storage',
  'hugepages-2Mi',
  'hugepages-1Ki',
  'nvidia.com/gpu',
  'requests.example.com/x',
  'kubernetes.io/x',
  'pods',
  'foo',
  'tls.crt',
  '.dockerconfigjson',
  '..a',
  'username',
  'ssh-privatekey',
  'kubernetes.io/ingress.class',
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'service.kubernetes.io/topology-mode',
  'controller.kubernetes.io/pod-deletion-cost',
  'seccomp.security.alpha.kubernetes.io/pod',
  'container.apparmor.security.beta.kubernetes.io/web',
  'container.seccomp.security.alpha.kubernetes.io/web',
  'kubernetes.io/config.mirror',
  'kubernetes.io/service-account.name',
  'job-name',
  'controller-uid',
] as const;

/** Values that are likely to be right for a field of this name. */
const FITTING: Readonly<Record<string, readonly Json[]>> = {
  name: ['web', 'config', 'data', 'a-1', 'http'],
  namespace: ['default', 'Not_A_Namespace'],
  generateName: ['web-', 'a.b-', 'A-', `${'x'.repeat(70)}-`],
  image: ['web:1', 'web', 'web@sha256:0', ' web'],
  mountPath: ['/a', '/b', '/etc/web', 'c'],
  devicePath: ['/dev/a', '/dev/b'],
  path: ['a', 'a/b', '/a', 'token', 'labels'],
  subPath: ['a', 'a/b', '/a', '../a'],
  subPathExpr: ['a', '$(POD_NAME)', '/a'],
  key: ['app', 'a.conf', 'example.com/a', 'token'],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Equal'],
  effect: ['NoSchedule', 'NoExecute', 'PreferNoSchedule'],
  topologyKey: ['zone', 'kubernetes.io/hostname'],
  containerPort: [80, 8080, 9090],
  hostPort: [80, 8080],
  port: [80, 8080, 'http', 53],
  targetPort: [80, 'http', 8080],
  nodePort: [31_081, 31_082],
  protocol: ['TCP', 'UDP', 'SCTP'],
  hostIP: ['10.0.0.1', ''],
  ip: ['10.0.0.1', '2001:db8::1'],
  cidr: ['10.0.0.0/8', '2001:db8::/32'],
  fieldPath: ['metadata.name', 'metadata.labels', "metadata.labels['app']", 'status.podIP', 'spec.nodeName'],
  resource: ['limits.cpu', 'requests.memory', 'limits.ephemeral-storage'],
  divisor: ['1', '1m', '1Mi', '2'],
  apiVersion: ['v1', 'apps/v1'],
  medium: ['', 'Memory', 'HugePages', 'HugePages-2Mi'],
  storageClassName: ['fast', ''],
  volumeName: ['', 'web', 'scratch'],
  schedule: ['0 2 * * *', '@hourly', '@every 90s', '*/5 * * * 1-5'],
  timeZone: ['Etc/UTC', 'America/New_York', 'europe/berlin'],
  secretName: ['web', 'web-tls'],
  claimName: ['web', 'data'],
  host: ['', 'web.example.com', '*.example.com', '10.0.0.1'],
  clusterIP: ['', 'None', '10.0.200.7'],
  kind: ['Deployment', 'Service', 'PersistentVolumeClaim', 'Role', 'User', 'Group', 'ServiceAccount'],
  apiGroup: ['', 'apps', 'rbac.authorization.k8s.io', 'snapshot.storage.k8s.io'],
  hostname: ['web', 'a.b'],
  subdomain: ['web', 'a.b'],
  runtimeClassName: ['gvisor'],
  priorityClassName: ['high'],
  nodeName: ['node-1'],
  restartPolicy: ['Always', 'OnFailure', 'Never'],
  resourceName: ['cpu', 'memory'],
  conditionType: ['example.com/ready'],
  procMount: ['Default', 'Unmasked'],
  localhostProfile: ['profiles/a.json', '/a'],
  windowsOptions: [{ hostProcess: true }, { runAsUserName: 'ContainerUser' }],
  replicas: [0, 1, 3],
  accessModes: [['ReadWriteOnce'], ['ReadWriteOncePod'], ['ReadWriteOncePod', 'ReadOnlyMany'], ['Bogus'], []],
  policyTypes: [['Ingress'], ['Egress', 'Ingress'], ['Bogus']],
  ipFamilies: [['IPv4'], ['IPv6'], ['IPv6', 'IPv4'], ['IPv4', 'IPv4']],
  ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
  externalIPs: [['192.0.2.1'], ['127.0.0.1'], ['169.254.1.1']],
  clusterIPs: [['None'], ['10.0.200.7'], []],
  loadBalancerSourceRanges: [['10.0.0.0/8'], [' 10.0.0.0/8 '], ['10.0.0.0']],
  finalizers: [['example.com/a'], ['kubernetes'], ['Bad Name']],
  env: [[{ name: 'A', value: 'b' }], [{ name: '1A' }], [{ name: 'A=B' }]],
  succeededIndexes: ['0', '0-2', '0,2', '2,0', '9'],
  managedBy: ['example.com/controller', 'controller'],
  type: [
    'RollingUpdate',
    'Recreate',
    'OnDelete',
    'Opaque',
    'kubernetes.io/tls',
    'ClusterIP',
    'NodePort',
    'LoadBalancer',
    'ExternalName',
    'Localhost',
    'RuntimeDefault',
    'Unconfined',
    'Directory',
    'Resource',
    'Pods',
    'Percent',
    'Utilization',
    'AverageValue',
    'kubernetes.io/ssh-auth',
    'kubernetes.io/basic-auth',
    'kubernetes.io/dockercfg',
    'kubernetes.io/service-account-token',
  ],
};

/** A leaf or a tree of some type: most often fitting, sometimes at the limits; of the right JSON type. */
export function valueArbitrary(schema: Schema, type: FieldType, field: string, depth: number): fc.Arbitrary<Json> {
  const fitting = FITTING[field];
  const any = typedValue(schema, type, field, depth);
  if (type.values !== undefined)
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...type.values) },
      { weight: 1, arbitrary: fc.constantFrom('', 'Bogus') },
    );
  return fitting === undefined
    ? any
    : fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...fitting) as fc.Arbitrary<Json> },
        { weight: 1, arbitrary: any },
      );
}

function typedValue(schema: Schema, type: FieldType, field: string, depth: number): fc.Arbitrary<Json> {
  switch (type.code) {
    case 's':
      return fc.constantFrom(...WILD_TEXTS);
    case 'i':
    case 'l':
      return fc.constantFrom(...NUMBERS);
    case 'b':
      return fc.boolean();
    case 'q':
      return fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom<Json>(...QUANTITIES) },
        { weight: 1, arbitrary: fc.constantFrom<Json>(...BAD_QUANTITIES) },
      );
    case 'x':
      return fc.oneof(
        fc.constantFrom<Json>(...NUMBERS),
        fc.constantFrom<Json>('25%', '0%', '100%', '101%', '-1%', 'http', '80', '', '+5', 'a_b'),
      );
    case 't':
    case 'u':
      return fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom<Json>(...TIMES) },
        { weight: 1, arbitrary: fc.constantFrom<Json>(...BAD_TIMES) },
      );
    case 'y':
      return fc.constantFrom<Json>('', 'YQ==', 'e30=', 'YWJj', 'YW\nJj', 'a', '%%%', 'YQ');
    case '*':
      return fc.constantFrom<Json>({}, { a: 1 });
    case '[':
      return fc.array(itemOf(schema, type, field, depth), { maxLength: 3 });
    case '{':
      return fc.dictionary(fc.constantFrom(...KEYS), itemOf(schema, type, field, depth), {
        maxKeys: 3,
      }) as fc.Arbitrary<Json>;
    default:
      return objectOf(schema, type.code, depth);
  }
}

function itemOf(schema: Schema, { item }: FieldType, field: string, depth: number): fc.Arbitrary<Json> {
  return item === undefined ? fc.constant(null) : valueArbitrary(schema, item, field, depth - 1);
}

function objectOf(schema: Schema, type: string, depth: number): fc.Arbitrary<Json> {
  const fields = [...schema.fieldsOf(type)].filter(([, field]) => depth > 0 || field.code.length === 1);
  if (fields.length === 0 || depth < -1) return fc.constant({});
  const names = fields.map(([name]) => name);
  return fc.subarray(names, { maxLength: Math.min(5, names.length) }).chain((chosen) => {
    const entries = [...new Set([...chosen, ...ALWAYS.filter((name) => names.includes(name))])];
    return fc.record(
      Object.fromEntries(
        entries.map((name) => {
          const field = schema.fieldsOf(type).get(name);
          return [name, field === undefined ? fc.constant(null) : valueArbitrary(schema, field, name, depth - 1)];
        }),
      ),
    ) as fc.Arbitrary<Json>;
  });
}

/** Fields without which hardly any object is right. */
const ALWAYS = ['name', 'key', 'operator', 'topologyKey', 'mountPath', 'containerPort', 'path', 'port'];

/** A value of another JSON type than the field has. */
export const WRONG_TYPES: readonly Json[] = [
  null,
  true,
  1,
  1.5,
  'text',
  [],
  {},
  ['a'],
  { a: 'b' },
  -1,
  4_294_967_296,
  1e20,
];

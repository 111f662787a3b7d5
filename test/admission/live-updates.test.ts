import { admitUpdate } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../lib/kubernetes/views/json';

const container = { name: 'web', image: 'web:1' };
const BETA_CLASS = 'volume.beta.kubernetes.io/storage-class';

interface Change {
  readonly kind: string;
  readonly apiVersion?: string;
  readonly old: JsonObject;
  readonly spec: JsonObject;
  readonly status?: JsonObject;
  readonly annotations?: readonly [JsonObject, JsonObject];
}

function pathsOf(
  { kind, apiVersion = 'v1', old, spec, status, annotations }: Change,
  version = '1.37',
): readonly string[] {
  const [was, is] = annotations ?? [{}, {}];
  const before = {
    apiVersion,
    kind,
    metadata: { name: 'web', annotations: was },
    spec: old,
    ...(status && { status }),
  };
  const after = { apiVersion, kind, metadata: { name: 'web', annotations: is }, spec };
  const paths = admitUpdate(before, after, KubernetesVersion.of(version)).map(({ path }) => path);
  return [...new Set(paths)].sort();
}

const podSpec = { containers: [container], tolerations: [{ key: 'a', operator: 'Exists' }] };
const gated = { ...podSpec, schedulingGates: [{ name: 'example.com/a' }], nodeSelector: { disk: 'ssd' } };

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['an image', podSpec, { ...podSpec, containers: [{ ...container, image: 'web:2' }] }, []],
  ['a command', podSpec, { ...podSpec, containers: [{ ...container, command: ['a'] }] }, ['spec']],
  [
    'a container more',
    podSpec,
    { ...podSpec, containers: [container, { name: 'b', image: 'b' }] },
    ['spec.containers'],
  ],
  ['a toleration away', podSpec, { ...podSpec, tolerations: [] }, ['spec.tolerations']],
  [
    'a toleration more',
    podSpec,
    { ...podSpec, tolerations: [...podSpec.tolerations, { key: 'b', operator: 'Exists' }] },
    [],
  ],
  ['a deadline', podSpec, { ...podSpec, activeDeadlineSeconds: 60 }, []],
  [
    'a longer deadline',
    { ...podSpec, activeDeadlineSeconds: 60 },
    { ...podSpec, activeDeadlineSeconds: 61 },
    ['spec.activeDeadlineSeconds'],
  ],
  ['no deadline any more', { ...podSpec, activeDeadlineSeconds: 60 }, podSpec, ['spec.activeDeadlineSeconds']],
  ['a gate away', gated, { ...gated, schedulingGates: [] }, []],
  ['another gate', gated, { ...gated, schedulingGates: [{ name: 'example.com/b' }] }, ['spec.schedulingGates[0].name']],
  ['a node label more while it waits', gated, { ...gated, nodeSelector: { disk: 'ssd', zone: 'a' } }, []],
  ['a node label less while it waits', gated, { ...gated, nodeSelector: {} }, ['spec.nodeSelector']],
  ['a node label', podSpec, { ...podSpec, nodeSelector: { disk: 'ssd' } }, ['spec']],
])('a Pod gets %s', (_, old, spec, paths) => {
  expect(pathsOf({ kind: 'Pod', old, spec })).toEqual(paths);
});

const claim = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'fast',
  resources: { requests: { storage: '15Gi' } },
};
const sized = (storage: string) => ({ ...claim, resources: { requests: { storage } } });
const { storageClassName: _class, ...classless } = claim;
const bound = { phase: 'Bound', capacity: { storage: '10Gi' } };
const SIZE = 'spec.resources.requests.storage';

test.each<[string, Partial<Change>, readonly string[]]>([
  ['a class from nothing', { old: classless, spec: claim }, []],
  ['another class', { spec: { ...claim, storageClassName: 'slow' } }, ['spec']],
  [
    'another class by annotation',
    { annotations: [{ [BETA_CLASS]: 'fast' }, { [BETA_CLASS]: 'slow' }], old: classless, spec: classless },
    [`metadata.annotations.${BETA_CLASS}`],
  ],
  [
    'the class of its annotation',
    { annotations: [{ [BETA_CLASS]: 'fast' }, { [BETA_CLASS]: 'fast' }], old: classless, spec: claim },
    [],
  ],
  [
    'more than its annotation says',
    { annotations: [{ [BETA_CLASS]: 'slow' }, { [BETA_CLASS]: 'slow' }], old: classless, spec: claim },
    ['spec'],
  ],
  ['less, above what it has', { status: bound, spec: sized('12Gi') }, []],
  ['less than it has', { status: bound, spec: sized('9Gi') }, [SIZE]],
  ['more while it is bound', { status: bound, spec: sized('20Gi') }, []],
  ['more while it is not bound', { status: { phase: 'Pending' }, spec: sized('20Gi') }, ['spec']],
  ['less while it is not bound', { status: { phase: 'Pending' }, spec: sized('12Gi') }, ['spec']],
  ['less, of which the manifest alone is known', { spec: sized('12Gi') }, [SIZE]],
])('a claim asks for %s', (_, change, paths) => {
  expect(pathsOf({ kind: 'PersistentVolumeClaim', old: claim, spec: claim, ...change })).toEqual(paths);
});

test('a claim stays as large as it is until 1.31', () => {
  const change = { kind: 'PersistentVolumeClaim', old: claim, spec: sized('12Gi'), status: bound };
  expect(pathsOf(change, '1.31')).toEqual([SIZE]);
});

const ports = [{ port: 80 }];
const headless = { ports, selector: { app: 'web' }, clusterIP: 'None', ipFamilyPolicy: 'RequireDualStack' };
const dual = {
  ports,
  ipFamilyPolicy: 'RequireDualStack',
  ipFamilies: ['IPv4', 'IPv6'],
  clusterIP: '10.0.8.1',
  clusterIPs: ['10.0.8.1', 'fd00:10::2001'],
};
const single = { ...dual, ipFamilies: ['IPv4'], clusterIPs: ['10.0.8.1'] };

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  [
    'headless, swaps its families',
    { ...headless, ipFamilies: ['IPv4', 'IPv6'] },
    { ...headless, ipFamilies: ['IPv6', 'IPv4'] },
    [],
  ],
  ['drops its second address', dual, single, ['spec.ipFamilyPolicy']],
  ['drops its second address with its policy', dual, { ...single, ipFamilyPolicy: 'SingleStack' }, []],
  ['gets another second address', dual, { ...dual, clusterIPs: ['10.0.8.1', 'fd00:10::2002'] }, ['spec.clusterIPs[1]']],
  ['gets a second address', { ...single, ipFamilyPolicy: 'SingleStack' }, dual, []],
])('a Service that %s', (_, old, spec, paths) => {
  expect(pathsOf({ kind: 'Service', old, spec })).toEqual(paths);
});

const cron = (schedule: string, more: JsonObject = {}) => ({
  schedule,
  jobTemplate: { spec: { template: { spec: { containers: [container], restartPolicy: 'Never' } } } },
  ...more,
});

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['gets a zone in its schedule', cron('0 * * * *'), cron('TZ=UTC 0 * * * *'), ['spec.schedule']],
  ['keeps the zone in its schedule', cron('TZ=UTC 0 * * * *'), cron('TZ=UTC 5 * * * *'), []],
  [
    'gets a timeZone beside it',
    cron('TZ=UTC 0 * * * *'),
    cron('TZ=UTC 0 * * * *', { timeZone: 'UTC' }),
    ['spec.schedule'],
  ],
])('a CronJob that %s', (_, old, spec, paths) => {
  expect(pathsOf({ kind: 'CronJob', apiVersion: 'batch/v1', old, spec })).toEqual(paths);
});

const job = (podSpec: JsonObject, suspend = true) => ({
  suspend,
  template: { spec: { restartPolicy: 'Never', containers: [container], ...podSpec } },
});
const init = (cpu: string) => ({ initContainers: [{ name: 'init', image: 'a', resources: { requests: { cpu } } }] });
const started = { startTime: '2026-01-01T00:00:00Z' };

test.each<[string, Partial<Change>, readonly string[]]>([
  ['other resources of an init container', { old: job(init('1')), spec: job(init('2')) }, []],
  ['another image', { spec: job({ containers: [{ ...container, image: 'web:2' }] }) }, ['spec.template.spec']],
  ['other nodes', { spec: job({ nodeSelector: { disk: 'ssd' } }) }, []],
  [
    'other nodes after it has started',
    { status: started, spec: job({ nodeSelector: { disk: 'ssd' } }) },
    ['spec.template'],
  ],
  [
    'other nodes once its pods are gone',
    {
      status: { ...started, conditions: [{ type: 'Suspended', status: 'True' }] },
      spec: job({ nodeSelector: { disk: 'ssd' } }),
    },
    [],
  ],
  [
    'other nodes while it runs',
    { old: job({}, false), spec: job({ nodeSelector: { disk: 'ssd' } }, false) },
    ['spec.template'],
  ],
])('a suspended Job gets %s', (_, change, paths) => {
  expect(pathsOf({ kind: 'Job', apiVersion: 'batch/v1', old: job({}), spec: job({}), ...change })).toEqual(paths);
});

test('the generation is for the server to count', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' } };
  const again = { ...secret, metadata: { ...objectOf(secret.metadata), generation: -1 } };
  expect(admitUpdate(secret, again, KubernetesVersion.V1_37)).toEqual([]);
});

test('what a server writes into the claims of a StatefulSet is no change of them', () => {
  const claims = (more: JsonObject) => [{ metadata: { name: 'data' }, spec: claim, ...more }];
  const spec = (volumeClaimTemplates: JsonObject[]) => ({
    serviceName: 'web',
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container] } },
    volumeClaimTemplates,
  });
  const live = claims({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', status: { phase: 'Pending' } });
  for (const after of [claims({}), claims({ status: {} })])
    expect(pathsOf({ kind: 'StatefulSet', apiVersion: 'apps/v1', old: spec(live), spec: spec(after) })).toEqual([]);
});

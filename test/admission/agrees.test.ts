import { admit } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { JsonObject } from '../../lib/kubernetes/views/json';

// Faults about which a real API server and `admit` once differed: verdict and field paths.

const container = { name: 'web', image: 'web:1' };
const selecting = (key: string) => ({ matchExpressions: [{ key, operator: 'In', values: ['web'] }] });

function pathsOf(object: JsonObject, version = '1.37'): readonly string[] {
  return [...new Set(admit(object, KubernetesVersion.of(version)).map(({ path }) => path))].sort();
}

function pod(spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  const named = { name: 'web', labels: { app: 'web', tier: 'front' }, ...metadata };
  return { apiVersion: 'v1', kind: 'Pod', metadata: named, spec: { containers: [container], ...spec } };
}

function deployment(podSpec: JsonObject, annotations: JsonObject = {}, ofObject: JsonObject = {}): JsonObject {
  const labels = { app: 'web', tier: 'front' };
  const template = { metadata: { labels, annotations }, spec: { containers: [container], ...podSpec } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', annotations: ofObject },
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  };
}

function spread(matchLabelKeys: readonly string[], labelSelector: JsonObject): JsonObject {
  const constraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector };
  return { topologySpreadConstraints: [{ ...constraint, matchLabelKeys: [...matchLabelKeys] }] };
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const term = { topologyKey: 'zone', labelSelector: selecting('tier'), matchLabelKeys: ['app', 'tier'] };

describe('labels of a Pod that are named by key get into the selectors beside them', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['of a spread', spread(['tier'], selecting('tier')), ['spec.topologySpreadConstraints[0][0]']],
    [
      'of a spread, by labels',
      spread(['app'], { matchLabels: { app: 'web' } }),
      ['spec.topologySpreadConstraints[0][0]'],
    ],
    ['of a spread, with other keys', spread(['tier'], selecting('app')), []],
    ['of a spread, with labels that the Pod lacks', spread(['other'], selecting('other')), []],
    [
      'of an affinity',
      { affinity: { podAffinity: { [REQUIRED]: [term] } } },
      [`spec.affinity.podAffinity.${REQUIRED}[0][1]`],
    ],
    [
      'of an anti-affinity that is preferred',
      { affinity: { podAntiAffinity: { [PREFERRED]: [{ weight: 1, podAffinityTerm: term }] } } },
      [`spec.affinity.podAntiAffinity.${PREFERRED}[0].podAffinityTerm[1]`],
    ],
  ])('%s', (_, spec, paths) => {
    expect(pathsOf(pod(spec))).toEqual(paths);
    expect(pathsOf(deployment(spec))).toEqual([]);
  });

  test('of a spread from 1.34 on; before, a key must not stand twice in what is written', () => {
    const twice = pod(spread(['tier'], selecting('tier')));
    expect(pathsOf(twice, '1.34')).toEqual(['spec.topologySpreadConstraints[0][0]']);
    expect(pathsOf(twice, '1.33')).toEqual(['spec.topologySpreadConstraints[0].matchLabelKeys[0]']);
  });
});

test.each<[string, readonly string[]]>([
  ['_', ['spec.dnsConfig.searches[0]']],
  ['a_', ['spec.dnsConfig.searches[0]']],
  ['a._', ['spec.dnsConfig.searches[0]']],
  ['__a', ['spec.dnsConfig.searches[0]']],
  ['_tcp.a_b.example.com.', []],
])('a DNS search of %p', (search, paths) => {
  expect(pathsOf(pod({ dnsConfig: { searches: [search] } }))).toEqual(paths);
});

describe('an AppArmor annotation', () => {
  const annotations = { 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' };
  const securityContext = { appArmorProfile: { type: 'Unconfined' } };

  test('under another profile of the pod is the profile of the container of a Pod, and refused in a template', () => {
    expect(pathsOf(pod({ securityContext }, { annotations }))).toEqual([]);
    expect(pathsOf(deployment({ securityContext }, annotations))).toEqual([
      'spec.template.spec.containers[0].securityContext.appArmorProfile.type',
    ]);
  });

  test('must fit the profile of the container itself', () => {
    const containers = [{ ...container, securityContext }];
    expect(pathsOf(pod({ containers }, { annotations }))).toEqual([
      'spec.containers[0].securityContext.appArmorProfile.type',
    ]);
  });
});

test.each<[string, readonly string[]]>([
  ['-1', ['spec.rollback.version']],
  ['0', []],
  ['', []],
  ['x', ['metadata.annotations[deprecated.deployment.rollback.to]']],
])('a rollback to revision %p by annotation', (revision, paths) => {
  expect(pathsOf(deployment({}, {}, { 'deprecated.deployment.rollback.to': revision }))).toEqual(paths);
});

test('a generateName is cut after 58 bytes, not letters', () => {
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules: [] };
  expect(pathsOf({ ...role, metadata: { generateName: `${'é'.repeat(29)}/` } })).toEqual(['metadata.generateName']);
  expect(pathsOf({ ...role, metadata: { generateName: `${'é'.repeat(28)}/` } })).toEqual([
    'metadata.generateName',
    'metadata.name',
  ]);
});

test('of fields that are refused for several reasons, each path is told', () => {
  const ephemeralContainers = [{ name: 'a', image: 'a', restartPolicy: '', resources: {}, lifecycle: {} }];
  expect(pathsOf(pod({ ephemeralContainers }))).toEqual([
    'spec.ephemeralContainers',
    'spec.ephemeralContainers[0].lifecycle',
    'spec.ephemeralContainers[0].restartPolicy',
  ]);
  const sources = [{ secret: { name: 'a' }, clusterTrustBundle: { name: 'a', path: 'a', user: -1 } }];
  expect(pathsOf(pod({ volumes: [{ name: 'all', projected: { sources } }] }))).toEqual([
    'spec.volumes[0].projected.sources[0]',
    'spec.volumes[0].projected.sources[0].clusterTrustBundle.user',
  ]);
});

test('data that are too many are a fault of the object as a whole', () => {
  const data = { a: 'x'.repeat(1024 * 1024 + 1) };
  expect(pathsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data })).toEqual(['[]']);
});

test.each<[string, JsonObject[], readonly string[]]>([
  [
    'is told of the first that is out of range',
    [{ nodePort: 31000 }, { nodePort: 1 }, { nodePort: 2 }],
    ['spec.ports[1].nodePort'],
  ],
  ['is told where two ports ask for one', [{ nodePort: 31000 }, { nodePort: 31000 }], ['spec.ports[1].nodePort']],
])('a node port %s', (_, list, paths) => {
  const ports = list.map((port, index) => ({ name: `p${index}`, port: 80 + index, ...port }));
  const spec = { type: 'NodePort', ports };
  expect(pathsOf({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec })).toEqual(paths);
});

test.each([
  ['1.33', ['spec.securityContext.seLinuxChangePolicy']],
  ['1.36', ['spec.securityContext.seLinuxChangePolicy']],
  ['1.37', []],
])('seLinuxChangePolicy MountOption in %s', (version, paths) => {
  expect(pathsOf(pod({ securityContext: { seLinuxChangePolicy: 'MountOption' } }), version)).toEqual(paths);
});

test.each([
  ['1.33', 'Never', ['spec.initContainers[0].restartPolicy']],
  ['1.34', 'Never', []],
  ['1.34', 'Always', []],
  ['1.35', 'Never', []],
])('restartPolicy of an init container in %s: %s', (version, restartPolicy, paths) => {
  expect(pathsOf(pod({ initContainers: [{ name: 'init', image: 'a', restartPolicy }] }), version)).toEqual(paths);
});

import { check } from '../../../lib/check/check';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { found, messages, sleeps, workload } from '../../rules/support';

const RULE = 'admitted';

test('the field path is that of the API server', () => {
  const object = workload({ container: { ports: [{ containerPort: 70000 }] } });
  expect(found(RULE, [object])).toEqual(['error web spec.template.spec.containers[0].ports[0].containerPort']);
});

test('the version decides', () => {
  const object = workload({ container: sleeps(10) });
  expect(found(RULE, [object], { version: KubernetesVersion.V1_30 })).toEqual([]);
  expect(found(RULE, [object], { version: KubernetesVersion.V1_28 })).not.toEqual([]);
  expect(messages(RULE, [object], { version: KubernetesVersion.V1_28 })[0]).toMatch(/^Kubernetes 1\.28 refuses it: /);
});

test('an apiVersion that is gone is refused, be its kind covered or not', () => {
  expect(found(RULE, [workload({ apiVersion: 'extensions/v1beta1' })])).toEqual(['error web apiVersion']);
});

test('other rules still run on what can be read of a refused object', () => {
  const refused = workload({ apiVersion: 'extensions/v1beta1', container: { image: 'web' } });
  expect(found('image-is-pinned', [refused])).toHaveLength(1);
});

test('a custom resource, and a text that is no object, are counted as not checked', () => {
  const custom = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' } };
  const values = { replicas: 3, image: 'web' };
  const result = check([custom, values]);
  expect(result.findings).toEqual([]);
  expect(result.notChecked).toHaveLength(2);
});

test('a workload of 0 replicas is refused like any other', () => {
  expect(found(RULE, [workload({ spec: { replicas: 0, minReadySeconds: -1 } })])).toHaveLength(1);
});

test('the path stands beside the message, which names its end alone', () => {
  const object = workload({ container: { ports: [{ containerPort: 70000 }] } });
  expect(messages(RULE, [object])).toEqual([
    'Kubernetes 1.30 refuses it: ports[0].containerPort is 70000, and must be between 1 and 65535',
  ]);
});

test('a fix is told only where the message does not say what is right', () => {
  const fixes = (object: Manifest) => check([object], { only: [RULE] }).findings.map(({ fix }) => fix);
  expect(fixes(workload({ container: { ports: [{ containerPort: 70000 }] } }))).toEqual(['']);
  expect(fixes(workload({ pod: { colour: 'blue' } }))).toEqual(['Check its spelling and its place.']);
  expect(fixes(workload({ apiVersion: 'extensions/v1beta1' }))[0]).toContain('apps/v1');
});

test('of a value that is missing, and of a choice, one thing is told', () => {
  const mounts = workload({ container: { volumeMounts: [{ mountPath: '/data' }] } });
  expect(messages(RULE, [mounts])).toEqual(['Kubernetes 1.30 refuses it: volumeMounts[0].name is missing']);
  const job = workload({ kind: 'Job', pod: { restartPolicy: 'Sometimes' } });
  expect(messages(RULE, [job])).toEqual([
    'Kubernetes 1.30 refuses it: spec.restartPolicy is "Sometimes", and must be one of "OnFailure", "Never"',
  ]);
});

test.each<[string, Manifest]>([
  ['a password that is a number', workload({ container: { env: [{ name: 'DB_PASSWORD', value: 20241231 }] } })],
  ['variables that are no list', workload({ container: { env: { DB_PASSWORD: '20241231' } } })],
  ['a key of a Secret', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { key: 20241231 } }],
  ['a Secret that holds text', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData: '20241231' }],
  [
    'a Secret that is no base64',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { key: '20241231!' } },
  ],
  ['a ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { DB_PASSWORD: 20241231 } }],
])('%s is refused without being printed', (_, object) => {
  const { findings } = check([object]);
  expect(findings.filter(({ rule }) => rule === RULE)).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain('20241231');
});

test('a workload that is accepted and whose pods are refused stalls', () => {
  const constraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', matchLabelKeys: ['app'] };
  const spread = (key: string) =>
    workload({
      pod: {
        topologySpreadConstraints: [
          { ...constraint, labelSelector: { matchExpressions: [{ key, operator: 'Exists' }] } },
        ],
      },
    });
  const version = KubernetesVersion.V1_37;
  expect(messages(RULE, [spread('app')], { version })).toEqual([
    'Kubernetes 1.37 accepts it and refuses its pods, so that its rollout stalls: spec.topologySpreadConstraints[0][0] is "app", and must not be in the labelSelector too',
  ]);
  expect(found(RULE, [spread('other')], { version })).toEqual([]);
});

import { admit, admitUpdate, covers, droppedFields } from '../../lib/admission';
import { KubernetesVersion } from '../../lib/kubernetes/versions/kubernetes-version';
import type { JsonObject } from '../../lib/kubernetes/views/json';
import { BASES } from '../cluster/differential/bases';

const { V1_28, V1_29, V1_30, V1_33, V1_34, V1_37 } = KubernetesVersion;
const labels = { app: 'web' };
const container = { name: 'web', image: 'web:1' };

function deployment(spec: JsonObject = {}, podSpec: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container], ...podSpec } },
      ...spec,
    },
  };
}

const pathsOf = (manifest: JsonObject, version = V1_37) =>
  admit(manifest, version).map(({ kind, path }) => `${kind} ${path}`);

describe('admit', () => {
  test.each(
    Object.entries(BASES).flatMap(([kind, bases]) => bases.map((base, index) => [`${kind} ${index}`, base] as const)),
  )('accepts the valid %s in the newest version', (_, base) => {
    expect(admit(base, V1_37)).toEqual([]);
  });

  test('names the field, its value and the rule that it breaks', () => {
    const hook = { lifecycle: { preStop: { sleep: { seconds: 60 } } } };
    const manifest = deployment({}, { terminationGracePeriodSeconds: 30, containers: [{ ...container, ...hook }] });
    const path = 'spec.template.spec.containers[0].lifecycle.preStop.sleep';
    expect(admit(manifest, V1_37)).toEqual([
      {
        kind: 'Invalid',
        path,
        message: `${path} is "60s", and must be between 0s and terminationGracePeriodSeconds (30s)`,
        about: [path, 'spec.template.spec.terminationGracePeriodSeconds'],
      },
    ]);
  });

  test('rejects an unknown field and tells which one is meant', () => {
    expect(admit(deployment({ replica: 3 }), V1_37)).toEqual([
      {
        kind: 'UnknownField',
        path: 'spec.replica',
        message: "spec.replica is not a field of the API; did you mean 'replicas'?",
      },
    ]);
  });

  test('says nothing of what is wrong otherwise while a value has a wrong type', () => {
    expect(pathsOf(deployment({ replicas: '3', minReadySeconds: -1 }))).toEqual(['WrongType spec.replicas']);
  });

  test('goes by the version: a field is unknown, or a rule is younger', () => {
    const sleep = { ...container, lifecycle: { preStop: { sleep: { seconds: 0 } } } };
    const manifest = deployment({}, { containers: [sleep] });
    const path = 'spec.template.spec.containers[0].lifecycle.preStop.sleep';
    expect(pathsOf(manifest, V1_28)).toEqual([
      `UnknownField ${path}`,
      'Required spec.template.spec.containers[0].lifecycle.preStop',
    ]);
    expect(pathsOf(manifest, V1_30)).toEqual([`Invalid ${path}`]);
    expect(pathsOf(manifest, V1_33)).toEqual([]);
  });

  test('rejects an apiVersion that is gone, and names its successor', () => {
    const budget = { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', metadata: { name: 'web' } };
    expect(admit(budget, V1_30)).toEqual([
      {
        kind: 'NotServed',
        path: 'apiVersion',
        message: 'apiVersion is "policy/v1beta1", which no longer serves PodDisruptionBudget',
        fix: 'write apiVersion: policy/v1',
      },
    ]);
  });

  test('rejects a kind in the wrong group of the API itself', () => {
    expect(admit({ apiVersion: 'v1', kind: 'Deployment' }, V1_30)).toMatchObject([
      { fix: 'write apiVersion: apps/v1' },
    ]);
  });

  test('rejects an object without apiVersion or kind', () => {
    expect(pathsOf({ kind: 'Pod' })).toEqual(['Required apiVersion']);
    expect(pathsOf({ apiVersion: 'v1' })).toEqual(['Required kind']);
  });

  test('neither accepts nor rejects what it does not cover', () => {
    const route = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', spec: { nonsense: true } };
    expect(covers(route)).toBe(false);
    expect(admit(route, V1_37)).toEqual([]);
    expect(covers(deployment())).toBe(true);
  });
});

describe('droppedFields', () => {
  test('tells of a hook that an old version drops with all that is in it', () => {
    const sleep = { ...container, lifecycle: { preStop: { sleep: { seconds: 5 } } } };
    const manifest = deployment({}, { containers: [sleep] });
    expect(droppedFields(manifest, V1_29)).toEqual(['spec.template.spec.containers[0].lifecycle.preStop']);
    expect(droppedFields(manifest, V1_30)).toEqual([]);
  });

  test('tells of a sidecar that 1.28 makes a plain init container', () => {
    const manifest = deployment({}, { initContainers: [{ name: 'proxy', image: 'p:1', restartPolicy: 'Always' }] });
    expect(droppedFields(manifest, V1_28)).toEqual(['spec.template.spec.initContainers[0].restartPolicy']);
    expect(admit(manifest, V1_28)).toEqual([]);
  });

  test('tells of an image volume, whose mounts go too', () => {
    const mounting = { ...container, volumeMounts: [{ name: 'models', mountPath: '/models' }] };
    const volumes = [{ name: 'models', image: { reference: 'models:1' } }];
    const manifest = deployment({}, { containers: [mounting], volumes });
    expect(droppedFields(manifest, V1_34)).toEqual(['spec.template.spec.volumes[0]']);
    expect(admit(manifest, V1_34)).toEqual([]);
  });
});

describe('admitUpdate', () => {
  test('rejects another selector, and tells what to do instead', () => {
    const other = { app: 'shop' };
    const changed = deployment({
      selector: { matchLabels: other },
      template: { metadata: { labels: other }, spec: { containers: [container] } },
    });
    expect(admitUpdate(deployment(), changed, V1_37)).toMatchObject([
      { kind: 'Invalid', path: 'spec.selector', fix: expect.stringContaining('create it anew') },
    ]);
  });

  test('accepts another image, and what is written out though it is the default', () => {
    const changed = deployment(
      { replicas: 1 },
      { containers: [{ ...container, image: 'web:2' }], restartPolicy: 'Always' },
    );
    expect(admitUpdate(deployment(), changed, V1_37)).toEqual([]);
  });

  const [shortSet, richSet] = BASES['apps/v1/StatefulSet'] as readonly [JsonObject, JsonObject];
  test('tells of a StatefulSet which field it is from 1.37 on, and of its spec before', () => {
    const changed = { ...richSet, spec: { ...(richSet.spec as JsonObject), podManagementPolicy: 'OrderedReady' } };
    expect(admitUpdate(richSet, changed, V1_37)).toMatchObject([{ path: 'spec.podManagementPolicy' }]);
    expect(admitUpdate(richSet, changed, V1_34)).toMatchObject([{ kind: 'Forbidden', path: 'spec' }]);
    expect(admitUpdate(shortSet, shortSet, V1_34)).toEqual([]);
  });

  test('rejects a claim that shrinks and one that moves to another class, and lets one grow', () => {
    const [claim] = BASES['v1/PersistentVolumeClaim'] as readonly [JsonObject];
    const withSpec = (spec: JsonObject) => ({ ...claim, spec: { ...(claim.spec as JsonObject), ...spec } });
    const sized = (storage: string) => withSpec({ resources: { requests: { storage } } });
    expect(admitUpdate(claim, sized('20Gi'), V1_37)).toEqual([]);
    expect(admitUpdate(claim, sized('5Gi'), V1_37)).toMatchObject([{ path: 'spec.resources.requests.storage' }]);
    expect(admitUpdate(claim, withSpec({ storageClassName: 'slow' }), V1_37)).toMatchObject([{ path: 'spec' }]);
  });

  test('rejects a changed template of a Job, and tells to rename it', () => {
    const [job] = BASES['batch/v1/Job'] as readonly [JsonObject];
    const template = { spec: { containers: [{ ...container, image: 'web:2' }], restartPolicy: 'Never' } };
    expect(admitUpdate(job, { ...job, spec: { template } }, V1_37)).toMatchObject([
      { path: 'spec.template', fix: expect.stringContaining('new name') },
    ]);
  });

  test('rejects new data of an immutable ConfigMap', () => {
    const [map] = BASES['v1/ConfigMap'] as readonly [JsonObject];
    expect(admitUpdate(map, { ...map, data: { 'a.conf': 'x=2' } }, V1_37)).toMatchObject([
      { kind: 'Forbidden', path: 'data' },
    ]);
  });

  test('rejects another address of a Service', () => {
    const headless = (BASES['v1/Service'] as readonly JsonObject[])[2] as JsonObject;
    const changed = { ...headless, spec: { ...(headless.spec as JsonObject), clusterIP: '10.0.0.5' } };
    expect(admitUpdate(headless, changed, V1_37)).toMatchObject([{ path: 'spec.clusterIPs[0]' }]);
  });
});

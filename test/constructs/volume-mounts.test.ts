import * as oldest from 'cdk8s-plus-28';
import * as newest from 'cdk8s-plus-33';
import { type IVolume, KubernetesVersion, Platform, Volume, type VolumeMount } from '../../lib';
import { find, image, type Loose, newChart, resources, service, synthesize } from './fixtures';

function podSpec(props: Parameters<typeof service>[2], chart = newChart()): Loose {
  service(chart, 'cart', props);
  return find(synthesize(chart), 'Deployment', 'cart').spec.template.spec;
}

/** Without the writable /tmp that each container has. */
const mountsOf = ({ volumeMounts }: Loose) => volumeMounts.filter(({ mountPath }: Loose) => mountPath !== '/tmp');
const mounts = ({ containers }: Loose) => mountsOf(containers[0]);
const volumesOf = ({ volumes }: Loose) => volumes.filter(({ name }: Loose) => !name.endsWith('-tmp'));

test('a mount says all that it was given, and the pod gets its volume', () => {
  const chart = newChart();
  Platform.of(chart).set({ kubernetesVersion: KubernetesVersion.V1_35 });
  const given: VolumeMount[] = [
    { path: '/models', volume: Volume.of('model', { image: { reference: 'registry.example.com/model:3' } }) },
    {
      path: '/logs',
      volume: Volume.emptyDir('logs'),
      readOnly: true,
      subPathExpr: '$(POD)',
      propagation: 'HostToContainer',
    },
    { path: '/conf', volume: Volume.configMap('conf'), subPath: 'app' },
  ];
  const spec = podSpec({ volumeMounts: given }, chart);
  expect(mounts(spec)).toEqual([
    { mountPath: '/models', name: 'model' },
    {
      mountPath: '/logs',
      mountPropagation: 'HostToContainer',
      name: 'logs',
      readOnly: true,
      subPathExpr: '$(POD)',
    },
    { mountPath: '/conf', name: 'configmap-conf', subPath: 'app' },
  ]);
  expect(volumesOf(spec)).toEqual([
    { image: { reference: 'registry.example.com/model:3' }, name: 'model' },
    { emptyDir: {}, name: 'logs' },
    { configMap: { name: 'conf' }, name: 'configmap-conf' },
  ]);
});

describe.each([
  ['cdk8s-plus-28', oldest],
  ['cdk8s-plus-33', newest],
])('of %s', (_name, kplus: typeof oldest | typeof newest) => {
  test('every volume is mounted as it renders it itself', () => {
    const chart = newChart();
    const config = new kplus.ConfigMap(chart, 'Config', { metadata: { name: 'conf' }, data: { level: 'info' } });
    const storage = kplus.PersistentVolumeClaim.fromClaimName(chart, 'Claim', 'data');
    const volumes: IVolume[] = [
      kplus.Volume.fromEmptyDir(chart, 'Cache', 'cache', { medium: kplus.EmptyDirMedium.MEMORY }),
      kplus.Volume.fromConfigMap(chart, 'Conf', config as never, { items: { level: { path: 'level', mode: 0o400 } } }),
      kplus.Volume.fromPersistentVolumeClaim(chart, 'Data', storage as never),
      kplus.Volume.fromAwsElasticBlockStore(chart, 'Disk', 'vol-1'),
    ];
    const spec = podSpec({ volumeMounts: volumes.map((volume, index) => ({ path: `/${index}`, volume })) }, chart);
    expect(volumesOf(spec)).toEqual([
      { emptyDir: { medium: 'Memory' }, name: 'cache' },
      { configMap: { items: [{ key: 'level', mode: 256, path: 'level' }], name: 'conf' }, name: 'configmap-conf' },
      { name: 'pvc-data', persistentVolumeClaim: { claimName: 'data', readOnly: false } },
      { awsElasticBlockStore: { fsType: 'ext4', readOnly: false, volumeID: 'vol-1' }, name: 'ebs-vol-1' },
    ]);
    expect(mounts(spec).map(({ name }: Loose) => name)).toEqual(volumes.map(({ name }) => name));
  });

  test('enumerations are what they are called', () => {
    const spec = podSpec({
      dnsPolicy: kplus.DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET,
      ports: [{ name: 'dns', port: 53, protocol: kplus.Protocol.UDP }],
      volumeMounts: [
        { path: '/a', volume: Volume.emptyDir('a'), propagation: kplus.MountPropagation.HOST_TO_CONTAINER },
      ],
    });
    expect(spec.dnsPolicy).toBe('ClusterFirstWithHostNet');
    expect(spec.containers[0].ports[1]).toEqual({ containerPort: 53, name: 'dns', protocol: 'UDP' });
    expect(mounts(spec)[0].mountPropagation).toBe('HostToContainer');
  });
});

test('a volume that several containers mount stands once, however often it was made', () => {
  const mount = (path: string): VolumeMount[] => [{ path, volume: Volume.emptyDir('shared') }];
  const spec = podSpec({
    volumeMounts: mount('/out'),
    initContainers: [{ name: 'fetch', image, resources, volumeMounts: mount('/in') }],
  });
  expect(volumesOf(spec)).toEqual([{ emptyDir: {}, name: 'shared' }]);
  expect(mountsOf(spec.initContainers[0])).toEqual([{ mountPath: '/in', name: 'shared' }]);
});

test('two volumes of one name are told with the path of the construct', () => {
  const volumeMounts = [
    { path: '/a', volume: Volume.emptyDir('data') },
    { path: '/b', volume: Volume.persistentVolumeClaim('data', { name: 'data' }) },
  ];
  expect(() => podSpec({ volumeMounts })).toThrow(
    '[shop/cart] Deployment shop/cart: Kubernetes 1.30 refuses it: volumes[1].name is "data" a second time',
  );
});

test('what a user mounts with cdk8s-plus afterwards is kept beside it', () => {
  const chart = newChart();
  const cart = service(chart, 'cart', { volumeMounts: [{ path: '/a', volume: Volume.emptyDir('a') }] });
  cart.deployment.containers[0]?.mount('/b', oldest.Volume.fromEmptyDir(chart, 'B', 'b'));
  const { spec } = find(synthesize(chart), 'Deployment', 'cart').spec.template;
  expect(mounts(spec).map(({ mountPath }: Loose) => mountPath)).toEqual(['/a', '/b']);
  expect(volumesOf(spec).map(({ name }: Loose) => name)).toEqual(['a', 'b']);
});

test('what is no volume is refused where it is given', () => {
  const volume: IVolume = { name: 'x', asVolume: () => volume };
  expect(() => service(newChart(), 'cart', { volumeMounts: [{ path: '/x', volume }] })).toThrow(
    "the volume that is mounted at '/x' was made neither by Volume nor by cdk8s-plus: make it with Volume.of",
  );
});

import { Volume } from '../../../lib/lifecycle/values/volume';

test.each([
  [Volume.emptyDir('cache'), 'cache', { emptyDir: {} }],
  [
    Volume.emptyDir('cache', { medium: 'Memory', sizeLimit: '64Mi' }),
    'cache',
    { emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
  ],
  [Volume.configMap('nginx.conf'), 'configmap-nginx-conf', { configMap: { name: 'nginx.conf' } }],
  [
    Volume.configMap('nginx.conf', { name: 'conf', items: { 'nginx.conf': 'conf.d/shop.conf' }, optional: true }),
    'conf',
    { configMap: { name: 'nginx.conf', items: [{ key: 'nginx.conf', path: 'conf.d/shop.conf' }], optional: true } },
  ],
  [Volume.secret('tls', { defaultMode: 0o400 }), 'secret-tls', { secret: { secretName: 'tls', defaultMode: 256 } }],
  [Volume.persistentVolumeClaim('data'), 'pvc-data', { persistentVolumeClaim: { claimName: 'data' } }],
  [
    Volume.persistentVolumeClaim('data', { name: 'shared', readOnly: true }),
    'shared',
    { persistentVolumeClaim: { claimName: 'data', readOnly: true } },
  ],
  [Volume.hostPath('logs', '/var/log', 'Directory'), 'logs', { hostPath: { path: '/var/log', type: 'Directory' } }],
  [Volume.hostPath('logs', '/var/log'), 'logs', { hostPath: { path: '/var/log', type: '' } }],
  [
    Volume.csi('vault', 'secrets-store.csi.k8s.io', { readOnly: true, volumeAttributes: { provider: 'vault' } }),
    'vault',
    { csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { provider: 'vault' } } },
  ],
  [
    Volume.of('model', { image: { reference: 'registry.example.com/model:3' } }),
    'model',
    { image: { reference: 'registry.example.com/model:3' } },
  ],
])('%#: a volume has its name and its source', (volume, name, source) => {
  expect(volume.name).toBe(name);
  expect(volume._source).toEqual(source);
});

test('a name that comes from a long object is cut to what a volume may have, and ends in no dash', () => {
  const { name } = Volume.secret(`${'a'.repeat(55)}.${'b'.repeat(10)}`);
  expect(name).toBe(`secret-${'a'.repeat(55)}`);
});

test('a source that no manifest can hold is refused', () => {
  const ring: unknown[] = [];
  ring.push(ring);
  expect(() => Volume.of('model', { image: { layers: [1, 10n] } })).toThrow(
    "Volume.of: 'source.image.layers[1]' (a bigint) must be text, a number, true or false, a list or an object",
  );
  expect(() => Volume.of('model', { ring })).toThrow("Volume.of: 'source.ring[0]' holds itself, and a manifest cannot");
});

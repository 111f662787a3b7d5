import { found, workload } from '../support';

const RULE = 'tmpfs-fits-memory';
const fires = (emptyDir: object, memory: string | undefined = '256Mi') =>
  found(RULE, [
    workload({
      container: {
        volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
        resources: { limits: memory === '' ? {} : { memory } },
      },
      pod: { volumes: [{ name: 'cache', emptyDir: emptyDir as never }] },
    }),
  ]);

test('a volume in memory needs a size, within the limit of what mounts it', () => {
  expect(fires({ medium: 'Memory' })).toEqual(['info web spec.template.spec.volumes[0].emptyDir']);
  expect(fires({ medium: 'Memory', sizeLimit: '257Mi' })).toEqual([
    'info web spec.template.spec.volumes[0].emptyDir.sizeLimit',
  ]);
  expect(fires({ medium: 'Memory', sizeLimit: '256Mi' })).toEqual([]);
  expect(fires({ medium: 'Memory', sizeLimit: '8Gi' }, '')).toEqual([]);
});

test('a volume on disk is not looked at', () => {
  expect(fires({})).toEqual([]);
});

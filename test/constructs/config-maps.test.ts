import { find, newChart, service, synthesize } from './fixtures';

const emitted = (files: Record<string, string>) => {
  const chart = newChart();
  service(chart, 'cart', { files });
  return synthesize(chart);
};

test('a file is mounted where it was asked for, and nothing beside it is hidden', () => {
  const objects = emitted({ '/etc/app/app.conf': 'a', '/etc/app/log.conf': 'b' });
  expect(find(objects, 'ConfigMap').data).toEqual({ 'app.conf': 'a', 'log.conf': 'b' });
  expect(find(objects, 'Deployment').spec.template.spec.containers[0].volumeMounts.slice(0, 2)).toEqual([
    { mountPath: '/etc/app/app.conf', name: 'files', readOnly: true, subPath: 'app.conf' },
    { mountPath: '/etc/app/log.conf', name: 'files', readOnly: true, subPath: 'log.conf' },
  ]);
});

test('files of one name in two folders get a key each', () => {
  expect(Object.keys(find(emitted({ '/a/x.conf': '1', '/b/x.conf': '2' }), 'ConfigMap').data)).toEqual([
    'a.x.conf',
    'b.x.conf',
  ]);
});

test('paths that cannot be told apart, or are none, are refused', () => {
  expect(() => emitted({ '/a/x.conf': '1', '/a?x.conf': '2' })).not.toThrow();
  expect(() => emitted({ 'x.conf': '1' })).toThrow(
    "'files' has 'x.conf', and a file needs an absolute path with a name",
  );
  expect(() => emitted({ '/a/é/x': '1', '/a/è/x': '2' })).toThrow(
    "'files' has paths that differ only in '/' or special characters",
  );
});

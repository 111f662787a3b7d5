import { endOfPath, isWithin, parseFieldPath } from '../../../lib/kubernetes/text/field-path';
import { valueAtPath } from '../../../lib/kubernetes/views/json';

test('a field path is names, positions and keys in brackets', () => {
  expect(parseFieldPath('spec.containers[0].image')).toEqual(['spec', 'containers', 0, 'image']);
  expect(parseFieldPath('metadata.annotations[example.com/owner]')).toEqual([
    'metadata',
    'annotations',
    'example.com/owner',
  ]);
  expect(parseFieldPath('')).toEqual([]);
});

test('a value is found at its path, and a gap reads as undefined', () => {
  const value = { spec: { containers: [{ image: 'a' }] }, metadata: { annotations: { 'a.b/c': 'd' } } };
  expect(valueAtPath(value, 'spec.containers[0].image')).toBe('a');
  expect(valueAtPath(value, 'metadata.annotations[a.b/c]')).toBe('d');
  expect(valueAtPath(value, 'spec.containers[1].image')).toBeUndefined();
  expect(valueAtPath(value, '')).toBe(value);
});

test('a path is within itself and what holds it, and not within a name that begins alike', () => {
  expect(isWithin('spec.containers[0].image', 'spec.containers[0]')).toBe(true);
  expect(isWithin('spec.containers', 'spec.containers')).toBe(true);
  expect(isWithin('spec.containersOld', 'spec.containers')).toBe(false);
  expect(isWithin('spec.containers[10]', 'spec.containers[1]')).toBe(false);
  expect(isWithin('anything', '')).toBe(true);
});

test.each([
  ['spec.template.spec.containers[0].ports[0].containerPort', 'ports[0].containerPort'],
  ['spec.containers[0].resources.limits[memory]', 'resources.limits[memory]'],
  ['metadata.name', 'name'],
  ['apiVersion', 'apiVersion'],
  ['', ''],
])('the end of %s is %s', (path, end) => {
  expect(endOfPath(path)).toBe(end);
});

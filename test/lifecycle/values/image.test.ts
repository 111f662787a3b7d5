import { Image, PullPolicy } from '../../../lib';

test.each([
  ['nginx', 'Always'],
  ['nginx:latest', 'Always'],
  ['nginx:1.27.0', 'IfNotPresent'],
  ['registry.example.com:5000/app', 'Always'],
  ['registry.example.com:5000/app:1.0.0', 'IfNotPresent'],
  [`nginx@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
  [`nginx:latest@sha256:${'a'.repeat(64)}`, 'Always'],
])('%s is pulled as Kubernetes would by itself: %s', (reference, policy) => {
  expect(Image.of(reference).pullPolicy).toBe(policy);
});

test('a port of a registry is no tag', () => {
  expect(Image.of('registry.example.com:5000/shop/cart')).toMatchObject({
    registry: 'registry.example.com:5000',
    tag: undefined,
  });
  expect(Image.of('localhost/cart:1')).toMatchObject({ registry: 'localhost', tag: '1' });
});

test('another policy is by choice', () => {
  expect(Image.of('nginx:1.27.0', { pullPolicy: PullPolicy.NEVER }).pullPolicy).toBe('Never');
});

test.each([
  '',
  'nginx:',
  'nginx:la test',
  'Nginx',
  'registry.example.com/Shop/cart:1',
  'nginx@sha256:abc',
  ':1.0',
  'a//b',
  `a:${'b'.repeat(129)}`,
])('refuses %p in one sentence', (reference) => {
  expect(() => Image.of(reference)).toThrow(
    new RegExp(`^image '${reference.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}' cannot be read: its `),
  );
});

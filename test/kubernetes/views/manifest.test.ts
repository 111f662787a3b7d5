import { describeRef, groupOf, identityOf, refOf } from '../../../lib/kubernetes/views/manifest';

test('absent values are null', () => {
  expect(refOf({})).toEqual({ apiVersion: null, kind: null, namespace: null, name: null });
  expect(refOf({ metadata: { generateName: 'job-' } }).name).toBe('job-');
});

test('versions of one group are one object, groups of one kind are not', () => {
  const ref = (apiVersion: string) => ({ apiVersion, kind: 'Ingress', namespace: 'a', name: 'b' });
  expect(identityOf(ref('networking.k8s.io/v1'))).toBe(identityOf(ref('networking.k8s.io/v1beta1')));
  expect(identityOf(ref('networking.k8s.io/v1'))).not.toBe(identityOf(ref('example.com/v1')));
  expect([groupOf('v1'), groupOf('apps/v1'), groupOf(null)]).toEqual(['', 'apps', '']);
});

test('an object is named as people name it', () => {
  expect(describeRef({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart' })).toBe('Pod shop/cart');
  expect(describeRef(refOf({}))).toBe('(no kind) (no name)');
});

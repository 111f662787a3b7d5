import { defaultPullPolicy, parseImage } from '../../../lib/kubernetes/text/image-reference';

test.each([
  ['nginx', { registry: undefined, repository: 'nginx', tag: undefined, digest: undefined }],
  ['library/nginx:1.27', { registry: undefined, repository: 'library/nginx', tag: '1.27' }],
  ['registry:5000/app', { registry: 'registry:5000', repository: 'app', tag: undefined }],
  ['registry.example.com/a/b/c:v1', { registry: 'registry.example.com', repository: 'a/b/c', tag: 'v1' }],
  ['localhost/app:1', { registry: 'localhost', repository: 'app', tag: '1' }],
  ['[2001:db8::1]:5000/app:1', { registry: '[2001:db8::1]:5000', repository: 'app', tag: '1' }],
  ['a__b/c-d_e.f:T_1.0-rc', { registry: undefined, repository: 'a__b/c-d_e.f', tag: 'T_1.0-rc' }],
  [`app:1@sha256:${'0'.repeat(64)}`, { repository: 'app', tag: '1', digest: `sha256:${'0'.repeat(64)}` }],
])('reads %s', (image, parts) => {
  expect(parseImage(image)).toMatchObject(parts);
});

test.each([
  ['Nginx', "has capital letters; write 'nginx'"],
  ['registry.example.com/Shop/Cart:1', "has capital letters; write 'shop/cart'"],
  ['app:', "its tag ''"],
  ['app:-1', "its tag '-1'"],
  ['a//b', "its repository 'a//b'"],
  ['-app', "its repository '-app'"],
  ['app@sha256:123', 'its digest'],
  [`app@sha256:${'0'.repeat(63)}`, 'its digest has 63 hexadecimal digits, and sha256 has 64'],
  ['reg_istry.example.com/app', 'is not a host name'],
  ['', "its repository ''"],
])('refuses %p', (image, sentence) => {
  expect(parseImage(image)).toEqual(expect.stringContaining(sentence));
});

test('the pull policy is the one that the API server would write', () => {
  expect(['app', 'app:latest', 'app:1', `app@sha256:${'0'.repeat(64)}`].map(defaultPullPolicy)).toEqual([
    'Always',
    'Always',
    'IfNotPresent',
    'IfNotPresent',
  ]);
});

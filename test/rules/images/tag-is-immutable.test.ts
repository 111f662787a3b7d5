import { count, workload } from '../support';

const fires = (image: string, imagePullPolicy?: string) =>
  count('tag-is-immutable', [workload({ container: { image, ...(imagePullPolicy && { imagePullPolicy }) } })]);

test('a tag that moves is told where nodes keep it, which is the default', () => {
  expect([fires('redis:7'), fires('redis:alpine', 'IfNotPresent')]).toEqual([1, 1]);
  expect([fires('redis:7', 'Always'), fires('redis:7.4.1')]).toEqual([0, 0]);
});

test('a digest beside the tag fixes it, latest has its own rule', () => {
  expect([fires(`redis:7@sha256:${'0'.repeat(64)}`), fires('redis:latest', 'IfNotPresent')]).toEqual([0, 0]);
});

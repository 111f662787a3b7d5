import { count, workload } from '../support';

const fires = (image: string, imagePullPolicy?: string) =>
  count('pull-policy-fits-tag', [workload({ container: { image, ...(imagePullPolicy && { imagePullPolicy }) } })]);

test('latest and no tag are to be pulled at each start, which is the default', () => {
  expect([fires('web'), fires('web:latest', 'Always')]).toEqual([0, 0]);
  expect([fires('web', 'IfNotPresent'), fires('web:latest', 'Never')]).toEqual([1, 1]);
});

test('a version and a digest may be kept', () => {
  expect([fires('web:1', 'IfNotPresent'), fires(`web:latest@sha256:${'0'.repeat(64)}`, 'IfNotPresent')]).toEqual([
    0, 0,
  ]);
});

import { found, workload } from '../support';

const fires = (image: string, imagePullPolicy?: string) =>
  found('pull-policy-needs-no-registry', [
    workload({ container: { image, ...(imagePullPolicy && { imagePullPolicy }) } }),
  ]);

test('Always on what does not change is told', () => {
  expect(fires('web:1.4.2', 'Always')).toHaveLength(1);
  expect(fires(`web@sha256:${'0'.repeat(64)}`, 'Always')).toHaveLength(1);
  expect(fires('web:1.4.2', 'IfNotPresent')).toEqual([]);
  expect(fires('web:1.4.2')).toEqual([]);
});

test('Always on what may move is well', () => {
  expect([fires('web:main', 'Always'), fires('web:1.4', 'Always'), fires('web')]).toEqual([[], [], []]);
});

test('the default of latest with a digest is Always, and points to the image', () => {
  expect(fires(`web:latest@sha256:${'0'.repeat(64)}`)).toEqual(['info web spec.template.spec.containers[0].image']);
});

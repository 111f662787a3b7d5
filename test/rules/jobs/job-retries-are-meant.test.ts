import { found, workload } from '../support';

const fires = (restartPolicy: string, spec: object = {}) =>
  found('job-retries-are-meant', [workload({ kind: 'Job', pod: { restartPolicy }, spec: spec as never })]);

test('OnFailure with the limit left to the default, or at 0, keeps no logs', () => {
  expect(fires('OnFailure')).toEqual(['info web spec.template.spec.restartPolicy']);
  expect(fires('OnFailure', { backoffLimit: 0 })).toEqual(['info web spec.backoffLimit']);
  expect(fires('OnFailure', { backoffLimit: 6 })).toEqual([]);
});

test('Never keeps the pods', () => {
  expect([fires('Never'), fires('Never', { backoffLimit: 0 })]).toEqual([[], []]);
});

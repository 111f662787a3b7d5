import { count, workload } from '../support';

const RULE = 'job-is-cleaned-up';
const job = (annotations: Record<string, string> = {}, spec: object = {}) =>
  count(RULE, [workload({ kind: 'Job', annotations, spec: spec as never })]);

test('a TTL of any length, be it 0, is one', () => {
  expect([job(), job({}, { ttlSecondsAfterFinished: 0 }), job({}, { ttlSecondsAfterFinished: null })]).toEqual([
    1, 0, 1,
  ]);
});

test('hooks of Helm and Argo CD, and jobs of our constructs, are deleted otherwise', () => {
  expect(job({ 'helm.sh/hook': 'pre-install' })).toBe(0);
  expect(job({ 'argocd.argoproj.io/hook': 'PreSync' })).toBe(0);
  expect(job({ 'cdk8s-lifecycle/construct': 'shop/reindex' })).toBe(0);
});

test('the jobs of a CronJob have its history limits', () => {
  expect(count(RULE, [workload({ kind: 'CronJob' })])).toBe(0);
});

import { found, messages, preStop, service, sleeps, workload } from '../support';

const RULE = 'drain-fits-grace';
const DRAIN = 'cdk8s-lifecycle/drain-seconds';
const severities = (grace: number | undefined, container: object, drain?: string) =>
  found(RULE, [
    workload({
      annotations: drain === undefined ? {} : { [DRAIN]: drain },
      container: container as never,
      ...(grace !== undefined && { pod: { terminationGracePeriodSeconds: grace } }),
    }),
  ]).map((each) => each.split(' ')[0]);

test('a declared drain that does not fit is a warning', () => {
  expect(severities(60, sleeps(10), '50')).toEqual([]);
  expect(severities(60, sleeps(10), '51')).toEqual(['warning']);
  expect(severities(60, sleeps(10), '5')).toEqual([]);
});

test('without declaration less than 30 s are advice', () => {
  expect(severities(undefined, {})).toEqual([]);
  expect(severities(undefined, sleeps(1))).toEqual(['info']);
  expect(severities(10, {})).toEqual(['info']);
  expect(severities(40, sleeps(10))).toEqual([]);
});

test('a hook of unknown length is silent', () => {
  expect(severities(10, preStop('/drain.sh'), '60')).toEqual([]);
});

test('a worker that declares its longest message is held to it, and no other worker is', () => {
  const worker = (annotations: Record<string, string>) =>
    found(RULE, [
      service({ selector: { app: 'other' } }),
      workload({ annotations, pod: { terminationGracePeriodSeconds: 20 } }),
    ]);
  expect(worker({ [DRAIN]: '30', 'cdk8s-lifecycle/served': 'false' })).toHaveLength(1);
  expect(worker({})).toEqual([]);
});

test('both numbers are told', () => {
  expect(messages(RULE, [workload({ annotations: { [DRAIN]: '45' }, container: sleeps(10) })])).toEqual([
    'container "web" has 20s to finish its requests (30s of grace less 10s of preStop), and its longest request takes 45s',
  ]);
});

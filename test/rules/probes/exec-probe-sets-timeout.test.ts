import { count, http, workload } from '../support';

const RULE = 'exec-probe-sets-timeout';
const fires = (timing: object) =>
  count(RULE, [workload({ container: { livenessProbe: { exec: { command: ['true'] }, ...timing } } })]);

test('a timeout that is written is enough, be it 1', () => {
  expect(fires({ timeoutSeconds: 1 })).toBe(0);
  expect(fires({})).toBe(1);
});

test('0 is the default written out', () => {
  expect(fires({ timeoutSeconds: 0 })).toBe(1);
});

test('other handlers start no process', () => {
  expect(count(RULE, [workload({ container: { livenessProbe: http('/') } })])).toBe(0);
});

import { count, preStop, sleeps, workload } from '../support';

const RULE = 'prestop-fits-grace';
const fires = (container: object, terminationGracePeriodSeconds?: number) =>
  count(RULE, [
    workload({
      pod: {
        containers: [{ name: 'web', image: 'web:1', ...container }],
        ...(terminationGracePeriodSeconds !== undefined && { terminationGracePeriodSeconds }),
      },
    }),
  ]);

test('the grace period defaults to 30 s, and a sleep as long takes all of it', () => {
  expect(fires(sleeps(30))).toBe(1);
  expect(fires(sleeps(29))).toBe(0);
  expect(fires(preStop('sleep', '60'), 60)).toBe(1);
  expect(fires(preStop('sleep', '60'), 61)).toBe(0);
});

test('sleeps of a script add up, endless ones too', () => {
  expect(fires(preStop('sh', '-c', 'sleep 20; sleep 10'))).toBe(1);
  expect(fires(preStop('sleep', 'infinity'), 600)).toBe(1);
});

test('what cannot be read is silent', () => {
  expect(fires(preStop('sh', '-c', 'while true; do sleep 60; done'))).toBe(0);
  expect(fires({ lifecycle: { preStop: { httpGet: { port: 80 } } } }, 1)).toBe(0);
});

test('a native sidecar is held to it as well', () => {
  const pod = { initContainers: [{ name: 'proxy', image: 'p:1', restartPolicy: 'Always', ...sleeps(40) }] };
  expect(count(RULE, [workload({ pod })])).toBe(1);
});

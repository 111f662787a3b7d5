import { count, workload } from '../support';

const RULE = 'job-sidecar-ends';
const main = (command: string[] = ['migrate']) => ({ name: 'main', image: 'main:1', command });
const fires = (containers: object[], kind = 'Job', pod: object = {}) =>
  count(RULE, [workload({ kind, pod: { containers: containers as never, ...pod } })]);
const proxy = { name: 'istio-proxy', image: 'istio/proxyv2:1.24.0' };

test('a classic sidecar keeps the job from completing', () => {
  expect(fires([main(), proxy])).toBe(1);
  expect(fires([main(), { name: 'fluent-bit', image: 'fluent-bit:3' }], 'CronJob')).toBe(1);
  expect(fires([main(), { name: 'db', image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1' }])).toBe(1);
});

test('a native sidecar, a Deployment and two workers do not', () => {
  expect(fires([main()], 'Job', { initContainers: [{ ...proxy, restartPolicy: 'Always' }] })).toBe(0);
  expect(fires([main(), proxy], 'Deployment')).toBe(0);
  expect(fires([main(), { name: 'second', image: 'second:1' }])).toBe(0);
  expect(fires([proxy])).toBe(0);
});

test('a command that ends the sidecar is believed', () => {
  expect(fires([main(['sh', '-c', 'migrate; curl -X POST localhost:15020/quitquitquit']), proxy])).toBe(0);
});

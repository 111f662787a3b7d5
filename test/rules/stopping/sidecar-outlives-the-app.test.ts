import { found, messages, sleeps, workload } from '../support';

const RULE = 'sidecar-outlives-the-app';
const app = (extra: object = sleeps(10)) => ({ name: 'app', image: 'app:1', ...extra });
const proxy = (extra: object = {}) => ({ name: 'istio-proxy', image: 'istio/proxyv2:1.24.0', ...extra });
const fires = (pod: object) => found(RULE, [workload({ pod: pod as never })]);

test('a proxy without hook stops at once', () => {
  expect(fires({ containers: [app(), proxy()] })).toEqual(['warning web spec.template.spec.containers[1]']);
});

test('a proxy with a hook, with a wait of its own, or as native sidecar does not', () => {
  expect(fires({ containers: [app(), proxy(sleeps(10))] })).toEqual([]);
  expect(fires({ containers: [app(), proxy({ args: ['--max-sigterm-delay=30s'] })] })).toEqual([]);
  expect(
    fires({ containers: [app(), proxy({ env: [{ name: 'EXIT_ON_ZERO_ACTIVE_CONNECTIONS', value: 'true' }] })] }),
  ).toEqual([]);
  expect(fires({ containers: [app()], initContainers: [proxy({ restartPolicy: 'Always' })] })).toEqual([]);
});

test('an app that does not sleep has nothing to outlive', () => {
  expect(fires({ containers: [app({}), proxy()] })).toEqual([]);
});

test('a proxy is known by its image as well, and a pod that is nothing but a proxy has none', () => {
  const sql = { name: 'db', image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1' };
  expect(fires({ containers: [app(), sql] })).toHaveLength(1);
  expect(fires({ containers: [proxy(sleeps(10))] })).toEqual([]);
});

test('a proxy that only sleeps has to last for the app’s sleep and its longest request', () => {
  const annotations = { 'cdk8s-lifecycle/drain-seconds': '20' };
  const told = (seconds: number) =>
    messages(RULE, [workload({ pod: { containers: [app(), proxy(sleeps(seconds))] } as never, annotations })]);
  expect(told(10)).toEqual([
    'proxy "istio-proxy" stops after 10s, and container "app" may need 30s for its preStop hook and its longest request',
  ]);
  expect(told(30)).toEqual([]);
});

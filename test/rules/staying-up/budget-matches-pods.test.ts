import { budget, count, workload } from '../support';

const RULE = 'budget-matches-pods';
const lost = budget({ selector: { matchLabels: { app: 'website' } } });

test('a budget that matches nothing is told where the set holds workloads', () => {
  expect(count(RULE, [lost, workload()])).toBe(1);
  expect(count(RULE, [lost])).toBe(0);
  expect(count(RULE, [budget(), workload()])).toBe(0);
});

test('the namespace has to be the same', () => {
  expect(count(RULE, [budget({}, 'web', 'a'), workload({ namespace: 'b' })])).toBe(1);
});

test('pods that an operator makes are its business', () => {
  const custom = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: 'k8s' } });
  const prometheus = budget({ selector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } } });
  expect(count(RULE, [prometheus, workload(), custom('monitoring.coreos.com/v1', 'Prometheus')])).toBe(0);
  expect(count(RULE, [prometheus, workload(), custom('monitoring.coreos.com/v1', 'ServiceMonitor')])).toBe(1);
  const kafka = budget({ selector: { matchLabels: { 'strimzi.io/cluster': 'main' } } });
  expect(count(RULE, [kafka, workload(), custom('kafka.strimzi.io/v1beta2', 'Kafka')])).toBe(0);
  const holder = {
    apiVersion: 'example.com/v1',
    kind: 'Fleet',
    metadata: { name: 'f' },
    spec: { template: { spec: { containers: [{ image: 'a' }] } } },
  };
  expect(count(RULE, [lost, workload(), holder])).toBe(0);
});

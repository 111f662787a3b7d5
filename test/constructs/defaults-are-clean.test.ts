import { KubernetesVersion, Platform } from '../../lib';
import { check } from '../../lib/check/check';
import { EVERY_ROUTE } from './every-route';
import { agent, job, newChart, scheduled, service, stateful, synthesize, worker } from './fixtures';

const ALL = [service, worker, stateful, agent, job, scheduled];

test.each(KubernetesVersion.all().map((version) => [version.toString(), version] as const))(
  'with their defaults, the six constructs give no finding above info on Kubernetes %s',
  (_, version) => {
    const chart = newChart();
    Platform.of(chart).set({ kubernetesVersion: version });
    for (const make of ALL) make(chart);
    const { findings, notChecked } = check(synthesize(chart), { version });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(notChecked).toEqual([]);
  },
);

test.each(EVERY_ROUTE.map((route) => [route.toString(), route] as const))('nor do they behind %s', (_, route) => {
  const chart = newChart();
  Platform.of(chart).set({ route });
  for (const make of ALL) make(chart);
  expect(check(synthesize(chart)).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('what they emit stays as it is, unless somebody looks at the change', () => {
  const chart = newChart();
  for (const make of ALL) make(chart);
  expect(synthesize(chart)).toMatchSnapshot();
});

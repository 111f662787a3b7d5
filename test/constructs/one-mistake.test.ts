import { Duration } from 'cdk8s';
import {
  EnvValue,
  HealthCheck,
  HealthChecks,
  Hook,
  JobRestartPolicy,
  PodAmount,
  Retry,
  RollingUpdate,
  Rules,
  Shutdown,
} from '../../lib';
import { agent, job, newChart, service, stateful, synthesize, worker } from './fixtures';

type Scope = ReturnType<typeof newChart>;

/** What synthesis says of an App: the errors it fails with, and the warnings. */
function said(make: (chart: Scope) => unknown): { readonly errors: string[]; readonly warnings: string } {
  const written: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const chart = newChart();
  make(chart);
  try {
    synthesize(chart);
    return { errors: [], warnings: written.join('') };
  } catch (error) {
    const lines = String(error).split('\n');
    return { errors: lines.filter((line) => line.includes('[shop/')), warnings: written.join('') };
  } finally {
    stderr.mockRestore();
  }
}

const tight = Shutdown.of({ preStop: Hook.sleep(Duration.seconds(45)), gracePeriod: Duration.seconds(30) });
const perIndex = Retry.perIndex({ limit: 2, maxFailedIndexes: 5 });

test.each<[string, (chart: Scope) => unknown, RegExp]>([
  [
    'a preStop as long as the grace period',
    (chart) => service(chart, 'cart', { shutdown: tight }),
    /'preStop' \(45s\)/,
  ],
  ['the same of a worker', (chart) => worker(chart, 'mailer', { shutdown: tight }), /'preStop' \(45s\)/],
  ['the same of a database', (chart) => stateful(chart, 'db', { shutdown: tight }), /'preStop' \(45s\)/],
  [
    'a deadline below minReady',
    (chart) => worker(chart, 'mailer', { progressDeadline: Duration.seconds(10), minReady: Duration.seconds(20) }),
    /'progressDeadline' \(10s\)/,
  ],
  [
    'a surge and a gap of a node agent',
    (chart) =>
      agent(chart, 'logs', {
        rollingUpdate: RollingUpdate.of({ maxSurge: PodAmount.pods(1), maxUnavailable: PodAmount.pods(1) }),
      }),
    /'maxSurge' \(1\)/,
  ],
  [
    'no readiness check',
    (chart) =>
      service(chart, 'cart', { health: HealthChecks.of({ liveness: HealthCheck.http({ path: '/healthz' }) }) }),
    /'health' has no readiness check/,
  ],
  [
    'a check that has no port to ask',
    (chart) => worker(chart, 'mailer', { health: HealthChecks.tcp() }),
    /names no port/,
  ],
  [
    'retries that look at what the restarts hide',
    (chart) =>
      job(chart, 'reindex', { restartPolicy: JobRestartPolicy.ON_FAILURE, retry: Retry.of({ failOnExitCodes: [42] }) }),
    /'retry' looks at how pods failed/,
  ],
  [
    'retries by index without an index',
    (chart) => job(chart, 'reindex', { completions: 8, retry: perIndex }),
    /'retry' counts by index, and the job has none/,
  ],
  [
    'more failed indexes than there are',
    (chart) => job(chart, 'reindex', { completions: 2, indexed: true, retry: perIndex }),
    /'maxFailedIndexes' \(5\)/,
  ],
])('%s is told once', (_, make, sentence) => {
  const { errors, warnings } = said(make);
  const told = [...new Set(errors)];
  expect(told.filter((line) => !sentence.test(line))).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
  expect(warnings).toBe('');
});

test('a second mistake is told beside it', () => {
  const { errors } = said((chart) =>
    service(chart, 'cart', { shutdown: tight, progressDeadline: Duration.seconds(10), minReady: Duration.seconds(20) }),
  );
  expect(errors.join()).toMatch(/'preStop' \(45s\)/);
  expect(errors.join()).toMatch(/'progressDeadline' \(10s\)/);
});

test('an error names its path once, and no fix that its message says', () => {
  const { errors } = said((chart) => service(chart, 'cart', { env: { '': EnvValue.of('x') } }));
  const [line = ''] = errors;
  expect(line).toMatch(/name is missing \(spec\.template\.spec\.containers\[0\]\.env\[0\]\.name\) \[admitted\]/);
  expect(line.match(/containers\[0\]\.env/g)).toHaveLength(1);
});

test('an acknowledgement of an unknown rule says which was meant', () => {
  const { warnings } = said((chart) => Rules.of(service(chart)).acknowledge('prestop-exist', 'so'));
  expect(warnings).toBe(
    "warning: [shop/cart] the acknowledgement names an unknown rule 'prestop-exist'; did you mean 'prestop-exists'?\n",
  );
});

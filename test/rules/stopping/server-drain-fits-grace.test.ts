import { boundsOf } from '../../../lib/rollout/bounds/bounds';
import { planFor } from '../../rollout/manifests';
import { found, messages, service, sleeps, workload } from '../support';

const RULE = 'server-drain-fits-grace';
const web = (grace: number, container: object = {}) =>
  workload({
    pod: { terminationGracePeriodSeconds: grace },
    container: { command: ['gunicorn', 'app', '--graceful-timeout=120'], ...sleeps(10), ...container } as never,
  });

test('a server that is told to finish for longer than its grace period is killed before', () => {
  expect(found(RULE, [service(), web(60)])).toEqual(['warning web spec.template.spec.terminationGracePeriodSeconds']);
  expect(messages(RULE, [service(), web(60)])).toEqual([
    'container "web" is told to finish its requests within 120s (--graceful-timeout=120), and has 50s (60s of grace less 10s of preStop) until it is killed',
  ]);
  expect(found(RULE, [service(), web(130)])).toEqual([]);
});

test('what an Ingress lets last counts where the server says nothing', () => {
  const ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', annotations: { 'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600' } },
    spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
  };
  expect(messages(RULE, [service(), web(60, { command: ['node'] }), ingress])[0]).toMatch(
    /has 50s .* to finish its requests, and one may last 3600s \(proxy-read-timeout 3600 of Ingress "web"\)$/,
  );
});

test('what the annotation declares is held by drain-fits-grace, and what the server is told no longer guessed there', () => {
  const declared = workload({
    pod: { terminationGracePeriodSeconds: 30 },
    container: { command: ['gunicorn', 'app', '--graceful-timeout=120'] } as never,
    annotations: { 'cdk8s-lifecycle/drain-seconds': '60' },
  });
  expect(found(RULE, [service(), declared])).toEqual([]);
  expect(found('drain-fits-grace', [service(), declared])).toHaveLength(1);
  expect(found('drain-fits-grace', [service(), web(30)])).toEqual([]);
});

test('the simulator takes it as the longest request', () => {
  const given = planFor([web(60), service()]);
  expect(given.load.request.max).toBe(120);
  expect(boundsOf(given, 'rollout').hazards.map(({ cause }) => cause)).toContain('cut');
  expect(planFor([web(60), service()], { scenario: { longestRequestSeconds: 20 } }).load.request.max).toBe(20);
});

import { found, http, messages, workload } from '../support';

const RULE = 'slow-start-is-covered';
const severity = (timing: object) =>
  found(RULE, [workload({ container: { livenessProbe: http('/', timing as never) } })]).map(
    (each) => each.split(' ')[0],
  );

test.each([
  [{ periodSeconds: 9 }, ['warning']],
  [{}, ['info']],
  [{ initialDelaySeconds: 29 }, ['info']],
  [{ initialDelaySeconds: 30 }, []],
  [{ periodSeconds: 24 }, ['info']],
  [{ periodSeconds: 25 }, []],
  [{ periodSeconds: 0, failureThreshold: 0 }, ['info']],
])('a liveness probe with %j gives %j', (timing, expected) => {
  expect(severity(timing)).toEqual(expected);
});

test('the message names the earliest kill, of which the first failure counts at once', () => {
  const livenessProbe = http('/', { periodSeconds: 5 });
  expect(messages(RULE, [workload({ container: { livenessProbe } })])).toEqual([
    'container "web" has no startup probe, and its liveness probe can kill it 10s after its start (0s + 2 x 5s)',
  ]);
});

test('a startup probe covers the start, whatever it says', () => {
  const container = { livenessProbe: http('/', { periodSeconds: 1 }), startupProbe: http('/') };
  expect(found(RULE, [workload({ container })])).toEqual([]);
});

test('a native sidecar is looked at, an init container and a job are not', () => {
  const livenessProbe = http('/', { periodSeconds: 1 });
  const init = (restartPolicy?: string) => ({
    initContainers: [{ name: 'proxy', image: 'p:1', livenessProbe, ...(restartPolicy && { restartPolicy }) }],
  });
  expect(found(RULE, [workload({ pod: init('Always') })])).toEqual([
    'warning web spec.template.spec.initContainers[0].livenessProbe',
  ]);
  expect(found(RULE, [workload({ pod: init() })])).toEqual([]);
  expect(found(RULE, [workload({ kind: 'Job', container: { livenessProbe } })])).toEqual([]);
});

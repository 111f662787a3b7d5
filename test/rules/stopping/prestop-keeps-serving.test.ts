import { found, messages, service, workload } from '../support';

const RULE = 'prestop-keeps-serving';
const hooked = (preStop: object, more: object = {}) => [
  service(),
  workload({ container: { lifecycle: { preStop }, ...more } as never, pod: { terminationGracePeriodSeconds: 60 } }),
];
const script = (text: string) => ({ exec: { command: ['sh', '-c', text] } });

test.each(['nginx -s quit', 'nginx -s quit; sleep 20', 'kill 1 && sleep 20', 'touch /tmp/draining'])(
  '`%s` covers nothing',
  (text) => {
    expect(found(RULE, hooked(script(text)))).toEqual([
      'warning web spec.template.spec.containers[0].lifecycle.preStop',
    ]);
  },
);

test('the message says in which seconds requests are lost, and by what', () => {
  expect(messages(RULE, hooked(script('nginx -s quit; sleep 20')))[0]).toMatch(
    /^the preStop hook of container "web" runs "nginx -s quit" in second 0, which closes the port, and the route cluster-ip goes on sending requests until second 5: those are refused$/,
  );
  expect(messages(RULE, hooked({ httpGet: { path: '/offline', port: 8080 } }))[0]).toMatch(
    /returns when the app answers, so SIGTERM comes in second 0/,
  );
  expect(messages(RULE, hooked(script('true')))[0]).toMatch(/returns at once, so SIGTERM comes in second 0/);
});

test.each(['sleep 10; nginx -s quit', 'sleep 2; nginx -s quit', './drain.sh', 'while pgrep node; do sleep 1; done'])(
  '`%s` sleeps first, or cannot be read',
  (text) => {
    expect(found(RULE, hooked(script(text)))).toEqual([]);
  },
);

test('a server that lingers after SIGTERM needs no sleep', () => {
  const args = ['/nginx-ingress-controller', '--shutdown-grace-period=10'];
  expect(found(RULE, hooked({ exec: { command: ['/wait-shutdown'] } }, { args }))).toEqual([]);
  expect(found(RULE, hooked({ exec: { command: ['/wait-shutdown'] } }))).toHaveLength(1);
  expect(found('prestop-exists', [service(), workload({ container: { args } as never })])).toEqual([]);
});

test('a sleep that is too short before a stop is told by its length', () => {
  expect(messages('prestop-covers-withdrawal', hooked(script('sleep 2; nginx -s quit; sleep 20')))[0]).toMatch(
    /sleeps 2s in preStop, and the route cluster-ip goes on sending requests for up to 5s/,
  );
});

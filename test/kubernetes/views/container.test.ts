import { containerOf, portNumber } from '../../../lib/kubernetes/views/container';

const read = (written: object) => containerOf(written as never, 'spec.containers[0]', 'containers');

test('a probe reads as the API server defaults it: 0 and absent alike', () => {
  const { livenessProbe } = read({ livenessProbe: { httpGet: { port: 'http' }, periodSeconds: 0 } });
  expect(livenessProbe).toMatchObject({
    path: 'spec.containers[0].livenessProbe',
    handler: { type: 'httpGet', port: 'http', path: '/', scheme: 'HTTP' },
    initialDelaySeconds: 0,
    periodSeconds: 10,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold: 3,
  });
});

test('a named port is one of the same container', () => {
  const container = read({ ports: [{ name: 'http', containerPort: 8080 }] });
  expect([portNumber(container, 'http'), portNumber(container, 'metrics'), portNumber(container, 9090)]).toEqual([
    8080,
    undefined,
    9090,
  ]);
});

test('of two handlers the first is read, in the order of the API server', () => {
  expect(
    read({ lifecycle: { preStop: { sleep: { seconds: 5 }, exec: { command: ['a'] } } } }).preStop?.handler,
  ).toEqual({ type: 'exec', command: ['a'] });
  expect(read({ lifecycle: { preStop: {} } }).preStop?.handler).toBeUndefined();
});

test('what has another type reads as absent', () => {
  const container = read({
    name: 7,
    ports: 'no',
    env: [null, 'x'],
    resources: [],
    livenessProbe: 'yes',
    lifecycle: 3,
    command: 'sh',
  });
  expect(container).toMatchObject({ name: '', ports: [], env: [], requests: {}, command: [] });
  expect([container.livenessProbe, container.preStop]).toEqual([undefined, undefined]);
});

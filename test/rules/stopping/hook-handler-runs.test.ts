import { messages, workload } from '../support';

const RULE = 'hook-handler-runs';

test('what a tcpSocket hook does is told by its kind', () => {
  const hook = { tcpSocket: { port: 80 } };
  const container = { lifecycle: { preStop: hook, postStart: hook } };
  expect(messages(RULE, [workload({ container })])).toEqual([
    'the postStart hook of container "web" is a tcpSocket, which no kubelet can run: it kills the container',
    'the preStop hook of container "web" is a tcpSocket, which no kubelet can run: it is passed over',
  ]);
});

test('a tcpSocket probe is fine', () => {
  expect(messages(RULE, [workload({ container: { livenessProbe: { tcpSocket: { port: 80 } } } })])).toEqual([]);
});

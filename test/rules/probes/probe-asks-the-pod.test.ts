import { count, workload } from '../support';

const RULE = 'probe-asks-the-pod';
const probe = (host?: string) => ({ readinessProbe: { tcpSocket: { port: 80, ...(host && { host }) } } });

test('a host is another place than the pod', () => {
  expect(count(RULE, [workload({ container: probe('127.0.0.1') })])).toBe(1);
  expect(count(RULE, [workload({ container: probe() })])).toBe(0);
});

test('on the network of the node its loopback is the pod', () => {
  const pod = { hostNetwork: true, containers: [{ name: 'a', image: 'a:1', ...probe('127.0.0.1') }] };
  expect(count(RULE, [workload({ pod })])).toBe(0);
  const elsewhere = { hostNetwork: true, containers: [{ name: 'a', image: 'a:1', ...probe('example.com') }] };
  expect(count(RULE, [workload({ pod: elsewhere })])).toBe(1);
});

test('a Host header is no host', () => {
  const readinessProbe = { httpGet: { port: 80, httpHeaders: [{ name: 'Host', value: 'a.example.com' }] } };
  expect(count(RULE, [workload({ container: { readinessProbe } })])).toBe(0);
});

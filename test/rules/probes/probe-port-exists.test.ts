import { count, found, workload } from '../support';

const RULE = 'probe-port-exists';
const probe = (port: string | number) => ({ readinessProbe: { httpGet: { path: '/', port } } });

test('a name has to be declared, a number has not', () => {
  expect(found(RULE, [workload({ container: probe('web') })])).toEqual([
    'error web spec.template.spec.containers[0].readinessProbe.httpGet.port',
  ]);
  expect(count(RULE, [workload({ container: probe('http') })])).toBe(0);
  expect(count(RULE, [workload({ container: probe(9999) })])).toBe(0);
});

test('a string of digits is a number to the kubelet', () => {
  expect(count(RULE, [workload({ container: probe('9999') })])).toBe(0);
});

test('the ports of a sibling do not count', () => {
  const pod = {
    containers: [
      { name: 'a', image: 'a:1', ports: [{ name: 'http', containerPort: 80 }] },
      { name: 'b', image: 'b:1', livenessProbe: { tcpSocket: { port: 'http' } } },
    ],
  };
  expect(count(RULE, [workload({ pod })])).toBe(1);
});

test('gRPC probes name no port', () => {
  expect(count(RULE, [workload({ container: { readinessProbe: { grpc: { port: 9000 } } } })])).toBe(0);
});

import { count, http, workload } from '../support';

const RULE = 'liveness-differs-from-readiness';
const ports = [
  { name: 'http', containerPort: 8080 },
  { name: 'admin', containerPort: 9090 },
];
const fires = (livenessProbe: object, readinessProbe: object) =>
  count(RULE, [
    workload({ container: { ports, livenessProbe: livenessProbe as never, readinessProbe: readinessProbe as never } }),
  ]);

test('the same endpoint is well where liveness is strictly more patient', () => {
  expect(fires(http('/h'), http('/h'))).toBe(1);
  expect(fires(http('/h', { failureThreshold: 2 }), http('/h'))).toBe(1);
  expect(fires(http('/h', { failureThreshold: 4 }), http('/h'))).toBe(0);
});

test('named ports are resolved: two names are two ports, a name and its number are one', () => {
  const on = (port: string | number) => ({ httpGet: { path: '/h', port } });
  expect(fires(on('http'), on('admin'))).toBe(0);
  expect(fires(on('http'), on(8080))).toBe(1);
  expect(fires(on(9090), on(8080))).toBe(0);
});

test('path, scheme and Host header make another handler; a cookie does not', () => {
  const get = (extra: object) => ({ httpGet: { path: '/h', port: 8080, ...extra } });
  const header = (name: string, value: string) => get({ httpHeaders: [{ name, value }] });
  expect(fires(get({ path: '/other' }), get({}))).toBe(0);
  expect(fires(get({ scheme: 'HTTPS' }), get({}))).toBe(0);
  expect(fires(get({ scheme: 'HTTP' }), get({}))).toBe(1);
  expect(fires(header('host', 'a.example.com'), header('Host', 'b.example.com'))).toBe(0);
  expect(fires(header('Cookie', 'probe=live'), header('Cookie', 'probe=ready'))).toBe(1);
});

test('exec commands, gRPC services and TCP ports are compared', () => {
  const exec = (...command: string[]) => ({ exec: { command } });
  const grpc = (service?: string) => ({ grpc: { port: 8080, ...(service && { service }) } });
  expect(fires(exec('a', 'b'), exec('a', 'b'))).toBe(1);
  expect(fires(exec('a', 'b'), exec('a b'))).toBe(0);
  expect(fires(grpc(), { grpc: { port: 8080, service: '' } })).toBe(1);
  expect(fires(grpc('live'), grpc('ready'))).toBe(0);
  expect(fires({ tcpSocket: { port: 'http' } }, { tcpSocket: { port: 8080 } })).toBe(1);
  expect(fires({ tcpSocket: { port: 8080 } }, http('/'))).toBe(0);
});

test('the probes of one container are compared, not those of two', () => {
  const pod = {
    containers: [
      { name: 'a', image: 'a:1', livenessProbe: http('/h') },
      { name: 'b', image: 'b:1', readinessProbe: http('/h') },
    ],
  };
  expect(count(RULE, [workload({ pod })])).toBe(0);
});

import type { Handler } from '../../lib/kubernetes/views/handler';
import {
  asksTheSame,
  failureSeconds,
  isUndeclaredName,
  probesOf,
  showFailures,
  timingPaths,
} from '../../lib/workloads/probes';
import { http } from '../rules/support';
import { containerWith } from './facts';

const probed = containerWith({
  startupProbe: http('/a', { failureThreshold: 30 }),
  livenessProbe: http('/b', { failureThreshold: 3, periodSeconds: 20 }),
  readinessProbe: http('/c'),
});

test('the probes come in the order in which they matter to a start; those that are not written are left out', () => {
  expect(probesOf(probed)).toEqual([probed.startupProbe, probed.livenessProbe, probed.readinessProbe]);
  expect(probesOf(containerWith({}))).toEqual([]);
});

test('the failures of a probe are shown as a sum that is theirs', () => {
  const { livenessProbe } = probed;
  if (livenessProbe === undefined) throw new Error('it has one');
  expect(failureSeconds(livenessProbe)).toBe(60);
  expect(showFailures(livenessProbe)).toBe('3 x 20s = 60s');
  const at = 'spec.template.spec.containers[0].livenessProbe';
  expect(timingPaths(livenessProbe)).toEqual([
    `${at}.initialDelaySeconds`,
    `${at}.periodSeconds`,
    `${at}.timeoutSeconds`,
    `${at}.failureThreshold`,
  ]);
});

const handlerOf = (probe: object): Handler | undefined =>
  containerWith({ livenessProbe: probe as never }).livenessProbe?.handler;
const same = (one: object, other: object) => asksTheSame(probed, handlerOf(one), handlerOf(other));
const get = (parts: object) => ({ httpGet: { path: '/a', port: 8080, ...parts } });

test('a port by name and by number, and headers that choose no other answer, are the same question', () => {
  expect(same(get({}), get({ port: 'http' }))).toBe(true);
  expect(same(get({}), get({ httpHeaders: [{ name: 'X-Probe', value: 'live' }] }))).toBe(true);
  expect(same({ tcpSocket: { port: 'http' } }, { tcpSocket: { port: 8080 } })).toBe(true);
  expect(same({ exec: { command: ['a', 'b'] } }, { exec: { command: ['a', 'b'] } })).toBe(true);
  expect(same({ grpc: { port: 1, service: 'a' } }, { grpc: { port: 1, service: 'a' } })).toBe(true);
});

test.each([
  ['path', get({}), get({ path: '/b' })],
  ['port', get({}), get({ port: 'admin' })],
  ['scheme', get({}), get({ scheme: 'HTTPS' })],
  ['host', get({}), get({ host: 'example.com' })],
  ['Host header', get({}), get({ httpHeaders: [{ name: 'HOST', value: 'example.com' }] })],
  ['mechanism', get({}), { tcpSocket: { port: 8080 } }],
  ['TCP host', { tcpSocket: { port: 1 } }, { tcpSocket: { port: 1, host: 'a' } }],
  ['command', { exec: { command: ['a', 'b'] } }, { exec: { command: ['a b'] } }],
  ['gRPC service', { grpc: { port: 1, service: 'a' } }, { grpc: { port: 1, service: 'b' } }],
  ['gRPC port', { grpc: { port: 1 } }, { grpc: { port: 2 } }],
])('another %s is another question', (_, one, other) => {
  expect(same(one, other)).toBe(false);
});

test('what is not asked is not the same', () => {
  expect(asksTheSame(probed, undefined, undefined)).toBe(false);
  expect(asksTheSame(probed, handlerOf(get({})), undefined)).toBe(false);
});

test('a name that no port bears is undeclared; a number in quotes is not', () => {
  expect(isUndeclaredName(probed, 'admin')).toBe(true);
  expect(isUndeclaredName(probed, 'http')).toBe(false);
  expect(isUndeclaredName(probed, '9090')).toBe(false);
  expect(isUndeclaredName(probed, 'p9090')).toBe(true);
  expect(isUndeclaredName(probed, 9090)).toBe(false);
  expect(isUndeclaredName(probed, undefined)).toBe(false);
});

import { KubernetesVersion } from '../../lib';
import { admit } from '../../lib/admission';
import { find, newChart, service, synthesize } from './fixtures';

const emitted = (props: Parameters<typeof service>[2]) => {
  const chart = newChart();
  service(chart, 'cart', props);
  return synthesize(chart);
};

test('an Ingress has host, class, path and certificate', () => {
  expect(
    find(
      emitted({ ingress: { host: 'a.example.com', className: 'nginx', path: '/cart', tlsSecret: 'tls' } }),
      'Ingress',
    ).spec,
  ).toEqual({
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'a.example.com',
        http: {
          paths: [
            { path: '/cart', pathType: 'Prefix', backend: { service: { name: 'cart', port: { number: 8080 } } } },
          ],
        },
      },
    ],
    tls: [{ hosts: ['a.example.com'], secretName: 'tls' }],
  });
});

test('an HTTPRoute hangs on its Gateway', () => {
  expect(
    find(
      emitted({ httpRoute: { gateway: 'public', gatewayNamespace: 'infra', sectionName: 'https', path: '/cart' } }),
      'HTTPRoute',
    ).spec,
  ).toEqual({
    parentRefs: [{ name: 'public', namespace: 'infra', sectionName: 'https' }],
    rules: [
      { matches: [{ path: { type: 'PathPrefix', value: '/cart' } }], backendRefs: [{ name: 'cart', port: 8080 }] },
    ],
  });
});

test('a path begins with a slash', () => {
  expect(() => emitted({ ingress: { path: 'cart' } })).toThrow("path 'cart' must begin with '/': write '/cart'");
});

test('an Ingress has several hosts, each with its paths, and one entry for each certificate', () => {
  const hosts = [
    { host: 'a.example.com', paths: [{ path: '/' }, { path: '/pay', pathType: 'Exact' }], tlsSecret: 'wild' },
    { host: 'b.example.com', tlsSecret: 'wild' },
    { host: 'c.example.org', tlsSecret: 'own' },
    { host: 'd.example.org' },
  ];
  const ingress = find(emitted({ ingress: { hosts } }), 'Ingress');
  expect(admit(ingress, KubernetesVersion.V1_30)).toEqual([]);
  const backend = { service: { name: 'cart', port: { number: 8080 } } };
  const all = { path: '/', pathType: 'Prefix', backend };
  expect(ingress.spec).toEqual({
    rules: [
      { host: 'a.example.com', http: { paths: [all, { path: '/pay', pathType: 'Exact', backend }] } },
      { host: 'b.example.com', http: { paths: [all] } },
      { host: 'c.example.org', http: { paths: [all] } },
      { host: 'd.example.org', http: { paths: [all] } },
    ],
    tls: [
      { hosts: ['a.example.com', 'b.example.com'], secretName: 'wild' },
      { hosts: ['c.example.org'], secretName: 'own' },
    ],
  });
});

test('a Service has further ports, with the protocols of connection and app', () => {
  const ports = [
    { name: 'metrics', port: 9090, targetPort: 9100 },
    { name: 'rpc', port: 50051, appProtocol: 'kubernetes.io/h2c' },
    { name: 'dns', port: 53, protocol: 'UDP' },
  ];
  const made = find(emitted({ service: { ports } }), 'Service');
  expect(admit(made, KubernetesVersion.V1_30)).toEqual([]);
  expect(made.spec.ports).toEqual([
    { name: 'http', port: 8080, protocol: 'TCP', targetPort: 8080 },
    { name: 'metrics', port: 9090, protocol: 'TCP', targetPort: 9100 },
    { name: 'rpc', port: 50051, protocol: 'TCP', targetPort: 50051, appProtocol: 'kubernetes.io/h2c' },
    { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
  ]);
});

test.each([
  [
    { ingress: { host: 'a', hosts: [{ host: 'b' }] } },
    "'ingress' has both 'hosts' and 'host': move 'host' into 'hosts'",
  ],
  [{ ingress: { hosts: [] } }, "'ingress.hosts' is empty: give a host, or leave it out for every host"],
  [
    { ingress: { hosts: [{ host: 'a' }, { host: 'a' }] } },
    "'ingress.hosts' has 'a' twice: put its paths into one of them",
  ],
  [
    { ingress: { hosts: [{ host: 'a', paths: [] }] } },
    "'paths' of host 'a' is empty: give a path, or leave it out for all",
  ],
  [{ service: { ports: [{ name: 'http', port: 81 }] } }, "two ports of Service 'cart' are named 'http': rename one"],
])('bad values are told: %j', (props, message) => {
  expect(() => emitted(props)).toThrow(new Error(message));
});

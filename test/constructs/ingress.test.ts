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

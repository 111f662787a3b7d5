import * as newest from 'cdk8s-plus-33';
import { viewAs } from '../../lib/plus';
import { find, newChart, service, synthesize } from '../constructs/fixtures';

test('a Service is a backend of an Ingress of another cdk8s-plus', () => {
  const chart = newChart();
  const cart = service(chart);
  const ingress = new newest.Ingress(chart, 'Front', { metadata: { name: 'front' } });
  ingress.addHostRule('shop.example.com', '/', newest.IngressBackend.fromService(viewAs(newest.Service, cart.service)));
  const { http } = find(synthesize(chart), 'Ingress', 'front').spec.rules[0];
  expect(http.paths[0].backend).toEqual({ service: { name: cart.serviceName, port: { number: 8080 } } });
});

test('an object is a view of itself', () => {
  const { deployment } = service(newChart());
  expect(viewAs(newest.Deployment, deployment)).toBe(deployment);
  expect(viewAs(newest.Workload, deployment)).toBe(deployment);
});

test('an object of another class is refused', () => {
  const { deployment } = service(newChart());
  expect(() => viewAs(newest.Service, deployment)).toThrow(
    'the object is a Deployment, not a Service: give the class of that name, or another object',
  );
});

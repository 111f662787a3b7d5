import { App, Chart } from 'cdk8s';
import { HealthChecks, Image, Platform, Resources, TrafficRoute, ZeroDowntimeService } from '../../lib';
import { EVERY_ROUTE } from '../constructs/every-route';
import '../../lib/testing';

/** A service with nothing but what is required, on a route. */
function service(route: TrafficRoute, replicas?: number): App {
  const app = new App();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  Platform.of(chart).set({ route });
  new ZeroDowntimeService(chart, 'cart', {
    image: Image.of('registry.example.com/shop/cart:1.4.2'),
    port: 8080,
    health: HealthChecks.http(),
    resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
    replicas,
  });
  return app;
}

test.each(EVERY_ROUTE.map((route) => [route.name, route] as const))(
  'a service with the documented defaults rolls out without loss behind %s',
  (_, route) => {
    for (const replicas of [1, 2, 3, 10]) expect(service(route, replicas)).toRollOutWithoutLoss();
  },
);

test('it is drained, and scaled down, without loss', () => {
  expect(service(TrafficRoute.clusterIp())).toRollOutWithoutLoss({ event: 'drain' });
  expect(service(TrafficRoute.clusterIp())).toRollOutWithoutLoss({ event: 'scale-down' });
});

test('its process has to drain, or the hook to wait for its requests', () => {
  expect(service(TrafficRoute.clusterIp())).not.toRollOutWithoutLoss({ onSigterm: 'exits' });
  expect(service(TrafficRoute.clusterIp())).toRollOutWithoutLoss({ onSigterm: 'exits', longestRequestSeconds: 5 });
});

import { Duration } from 'cdk8s';
import { preStopSecondsFor } from '../../../lib/lifecycle/values/pre-stop';
import { TrafficRoute } from '../../../lib/lifecycle/values/traffic-route';

test('a route that asks for little gets the documented default, one that asks for more gets that', () => {
  const measured = TrafficRoute.custom({ withdrawalLag: Duration.seconds(2), preStop: Duration.seconds(3) });
  expect(preStopSecondsFor(measured)).toBe(10);
  expect(preStopSecondsFor(TrafficRoute.clusterIp())).toBe(10);
  expect(preStopSecondsFor(TrafficRoute.albIp())).toBe(30);
});

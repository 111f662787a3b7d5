import { preStopSecondsFor } from '../../../lib/lifecycle/routes/pre-stop';
import { measuredRoute, namedRoute } from '../../../lib/lifecycle/routes/route';

test('a route that asks for little gets the documented default, one that asks for more gets that', () => {
  const measured = measuredRoute({ withdrawal: 2, preStop: 3 });
  expect(preStopSecondsFor(measured)).toBe(10);
  expect(preStopSecondsFor(namedRoute('cluster-ip'))).toBe(10);
  expect(preStopSecondsFor(namedRoute('alb-ip'))).toBe(30);
});

import { ApiObject, App, Chart } from 'cdk8s';
import { service } from '../fixtures';

test('one synthesis serializes an object once, however many charts there are', () => {
  const app = new App();
  const charts = ['a', 'b', 'c'].map((id) => new Chart(app, id, { namespace: id }));
  const [cart] = charts.map((chart) => service(chart));
  const object = ApiObject.of((cart as ReturnType<typeof service>).deployment);
  const spec = jest.spyOn(object.metadata, 'toJson');
  app.synthYaml();
  expect(spec).toHaveBeenCalledTimes(1);
  app.synthYaml();
  expect(spec).toHaveBeenCalledTimes(2);
});

test('an App without our constructs is left as it is', () => {
  const app = new App();
  new Chart(app, 'a');
  expect(Object.hasOwn(app, 'synth')).toBe(false);
});

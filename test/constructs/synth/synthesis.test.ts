import { ApiObject, App, Chart } from 'cdk8s';
import { Rules } from '../../../lib';
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

/** What is written to stderr meanwhile. */
function warningsOf(run: () => unknown): readonly string[] {
  const written: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  run();
  spy.mockRestore();
  return written;
}

test('two Apps of one program do not disturb each other, even where one is synthesized within the other', () => {
  const build = (replicas: number) => {
    const app = new App();
    const chart = new Chart(app, 'shop');
    const cart = service(chart, 'cart', { replicas });
    return { app, cart, chart };
  };
  const alone = build(2).app.synthYaml();
  const [outer, inner] = [build(2), build(1)];
  Rules.of(inner.cart).acknowledge('replicas-survive-one-loss', 'a demo');
  const within: string[] = [];
  outer.chart.node.addValidation({
    validate: () => {
      // Another service changes what the inner App would say, and is no part of what the outer one remembers.
      if (within.length === 0) service(inner.chart, 'late', { replicas: 2 });
      within.push(inner.app.synthYaml());
      return [];
    },
  });
  expect(warningsOf(() => expect(outer.app.synthYaml()).toBe(alone))).toEqual([]);
  expect(within[0]).toContain('cdk8s-lifecycle/acknowledge.replicas-survive-one-loss: a demo');
  expect(within[0]).toContain('name: late');
  expect(alone).not.toContain('a demo');
});

test('each App prints its warnings, though another has printed the same', () => {
  const print = () => {
    const app = new App();
    service(new Chart(app, 'shop'), 'cart', { replicas: 1 });
    return warningsOf(() => app.synthYaml()).length;
  };
  expect([print(), print()]).toEqual([1, 1]);
});

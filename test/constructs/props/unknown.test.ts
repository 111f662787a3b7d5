import type { Construct } from 'constructs';
import { Worker, type WorkerProps } from '../../../lib';
import { image, newChart, resources, synthesize } from '../fixtures';
import { MAKERS, thrown } from './makers';

/** What a synthesis writes to stderr of properties that have no effect. */
function warned(make: (scope: Construct) => unknown): readonly string[] {
  const written: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const chart = newChart();
  make(chart);
  synthesize(chart);
  spy.mockRestore();
  return written.filter((line) => line.includes('no effect'));
}

test.each([
  ['drainWithin', 'drainsWithin'],
  ['iamge', 'image'],
  ['Health', 'health'],
  ['imagePullSecret', 'imagePullSecrets'],
])('%s is an error that names %s', (key, meant) => {
  for (const { make, enough, struct } of MAKERS.filter((maker) => maker.struct.kinds.has(meant))) {
    const message = thrown(() => make(newChart(), 'cart', { ...enough, [key]: 'x' }))?.message;
    expect([struct.name, message?.replace(/ at \S+$/, '')]).toEqual([
      struct.name,
      `shop/cart: '${key}' is unknown; did you mean '${meant}'?`,
    ]);
  }
});

test('an unknown key within a nested option names the nearest, or all there are', () => {
  const [service] = MAKERS;
  const tell = (props: object) =>
    thrown(() => service?.make(newChart(), 'cart', { ...service.enough, ...props }))?.message;
  expect(tell({ ingress: { hots: 'shop.example.com' } })).toContain(
    "'ingress.hots' is unknown; did you mean 'ingress.host'?",
  );
  expect(tell({ containers: [{ name: 'a', image, resources, ports: [{ name: 'a', port: 1, hostIP: 2 }] }] })).toContain(
    "'containers[0].ports[0].hostIP' is unknown: PortOptions has name, port, protocol, hostPort",
  );
});

test('a key that is like none is a warning, since a construct may hand on more than it was made for', () => {
  expect(warned((chart) => new Worker(chart, 'mailer', { image, resources, ...{ team: 'post' } }))).toEqual([
    expect.stringMatching(
      /^warning: \[shop\/mailer\] 'team' is no property of Worker and has no effect: leave it out at test\/constructs\/props\/unknown\.test\.ts:\d+\n$/,
    ),
  ]);
});

test('a patch that is none, and a target that is none, are told', () => {
  const mailer = new Worker(newChart(), 'mailer', { image, resources });
  const patch: (...given: readonly never[]) => void = mailer.patch.bind(mailer) as never;
  const message = thrown(() => patch(undefined as never, { op: 'replace' } as never))?.message;
  expect(message?.replaceAll(/ at \S+$/gm, '').split('\n')).toEqual([
    "shop/mailer, patch: 'target' (nothing) must be an object of the construct: give one, such as its workload",
    "shop/mailer, patch: 'patches[0]' (an object) must be a JsonPatch: write JsonPatch.replace('/spec/replicas', 5), or another of its kinds",
  ]);
});

test('a subclass may have properties of its own', () => {
  class Mailer extends Worker {
    public constructor(scope: Construct, id: string, props: WorkerProps & { readonly team: string }) {
      super(scope, id, props);
    }
  }
  expect(warned((chart) => new Mailer(chart, 'mailer', { image, resources, team: 'post' }))).toEqual([]);
});

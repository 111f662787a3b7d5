import { Duration } from 'cdk8s';
import { Profile, Resources } from '../../../lib';
import { newChart, synthesize } from '../fixtures';
import { MAKERS, thrown } from './makers';

const PLACE = /^shop\/cart: .* at test\/constructs\/props\/makers\.ts:\d+$/;
const cases = MAKERS.flatMap((maker) =>
  Object.keys(maker.enough).map((key) => [maker.struct.name, key, maker] as const),
);

test.each(cases)('%s without %s is one sentence with path, property and line', (_, key, { make, enough }) => {
  const message = thrown(() => make(newChart(), 'cart', { ...enough, [key]: undefined }))?.message ?? '';
  expect(message).toMatch(PLACE);
  expect(message).toContain(`shop/cart: '${key}' is missing: give `);
});

test.each(MAKERS.map((maker) => [maker.struct.name, maker] as const))(
  '%s with enough is made',
  (_, { make, enough }) => {
    const chart = newChart();
    make(chart, 'cart', enough);
    expect(synthesize(chart).length).toBeGreaterThan(0);
  },
);

test.each(MAKERS.map((maker) => [maker.struct.name, maker] as const))(
  '%s without properties says each that is needed, in one error',
  (_, { make, enough }) => {
    for (const nothing of [[], [undefined], [null], [{}]]) {
      const lines = thrown(() => make(newChart(), 'cart', ...nothing))?.message.split('\n') ?? [];
      expect(lines.map((line) => /'(\w+)' is missing/.exec(line)?.[1]).sort()).toEqual(Object.keys(enough).sort());
      for (const line of lines) expect(line).toMatch(PLACE);
    }
  },
);

test.each(MAKERS.map((maker) => [maker.struct.name, maker] as const))('%s needs a scope and an id', (name, maker) => {
  const message = thrown(() => maker.make(undefined as never, 5 as never))?.message;
  expect(message?.replaceAll(/ at \S+$/gm, '')).toBe(
    `new ${name.replace('Props', '')}: 'scope' (nothing) must be a construct: give a Chart, or a construct within one\n` +
      `new ${name.replace('Props', '')}: 'id' (5) must be text: write '5'`,
  );
});

test('resources of a Profile are enough', () => {
  const chart = newChart();
  Profile.of(chart).set({ resources: Resources.of({ cpu: '1', memory: '1Gi' }) });
  for (const { make, enough, struct } of MAKERS)
    make(chart, struct.name.toLowerCase(), { ...enough, resources: undefined });
  expect(synthesize(chart).length).toBeGreaterThan(MAKERS.length);
});

test('a key whose value is undefined is absent, as languages over jsii hand structs on', () => {
  const chart = newChart();
  for (const { make, enough, struct } of MAKERS) {
    const absent = Object.fromEntries([...struct.kinds.keys()].map((key) => [key, undefined]));
    make(chart, struct.name.toLowerCase(), { ...absent, unheardOf: undefined, ...enough });
  }
  expect(() => synthesize(chart)).not.toThrow();
});

test('what is missing, of the wrong type and misspelled is told at once', () => {
  const [service] = MAKERS;
  const message = thrown(() =>
    service?.make(newChart(), 'cart', { image: 'nginx:1', port: 8080, drainWithin: Duration.seconds(30), cpu: 1 }),
  )?.message;
  expect(message?.replaceAll(/ at \S+$/gm, '').split('\n')).toEqual([
    "shop/cart: 'image' ('nginx:1') must be an Image: write Image.of('nginx:1')",
    "shop/cart: 'health' is missing: give HealthChecks.http()",
    "shop/cart: 'resources' is missing: give Resources.of({ cpu: '250m', memory: '256Mi' }), or set them in a Profile above",
    "shop/cart: 'drainWithin' is unknown; did you mean 'drainsWithin'?",
    "shop/cart: 'cpu' is no property of ZeroDowntimeService and has no effect: leave it out",
  ]);
});

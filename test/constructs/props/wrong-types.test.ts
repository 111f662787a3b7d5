import { Duration } from 'cdk8s';
import fc from 'fast-check';
import type { AnyArgumentKind } from '../../../lib/lifecycle/arguments/kind';
import { image, newChart, resources, synthesize } from '../fixtures';
import { MAKERS, thrown } from './makers';
import { STRUCTS } from './structs';

/** What errors must not hold: a sentence of the engine instead of one of ours. */
const LEAK = /undefined|Cannot read|is not a function|is not iterable|Cannot convert|\[object/;

/** Values of every kind there is. */
const SAMPLES: readonly unknown[] = [
  ...['', 'text', 0, 30, -1, 0.5, Number.NaN, 10n, true, null, Symbol('s'), () => 0, class Thing {}],
  ...[[], [undefined], [null], ['a'], [1], [{}], {}, { a: 1 }, { a: undefined }, Object.create(null), new Date(0)],
  ...[new Map(), image, resources, Duration.seconds(1), Duration.millis(500), { toString: null }],
];

function accepts(kind: AnyArgumentKind): readonly unknown[] {
  return SAMPLES.filter((value) => kind.problems(value, 'it').length === 0);
}

const properties = STRUCTS.flatMap(({ name, kinds }) => [...kinds].map(([key, kind]) => [name, key, kind] as const));

test.each(properties)('%s.%s refuses what it does not take, in sentences that name it', (_, key, kind) => {
  const refused = SAMPLES.filter((value) => kind.problems(value, key).length > 0);
  expect(refused.length).toBeGreaterThan(SAMPLES.length / 2);
  for (const sentence of refused.flatMap((value) => kind.problems(value, key))) {
    expect(sentence).toMatch(new RegExp(`^'${key}[^']*' `));
    expect(sentence).not.toMatch(LEAK);
  }
});

const byType = new Map(properties.map(([, , kind]) => [kind.type, kind] as const));

test.each([
  ['string', ['', 'text']],
  ['boolean', [true]],
  ['Image', [image]],
  ['Resources', [resources]],
  ['Duration', [Duration.seconds(1)]],
  ['HealthChecks', []],
  ['PullPolicy', []],
  ['list of string', [[], ['a']]],
])('%s takes that and nothing else', (type, taken) => {
  expect(accepts(byType.get(type) as AnyArgumentKind)).toEqual(taken);
});

test.each(MAKERS.map((maker) => [maker.struct.name, maker] as const))(
  'every property of %s with a value of the wrong type is told with path, property and line',
  (_, { make, enough, struct }) => {
    for (const key of struct.kinds.keys()) {
      const message = thrown(() => make(newChart(), 'cart', { ...enough, [key]: Symbol('wrong') }))?.message;
      expect(message).toMatch(new RegExp(`^shop/cart: '${key}' \\(a symbol\\) must be .* at test/\\S+:\\d+$`));
    }
  },
);

const junk = fc.oneof(fc.constantFrom(...SAMPLES), fc.anything());

test.each(MAKERS.map((maker) => [maker.struct.name, maker] as const))(
  'no junk in a property of %s, or within one, reaches the engine',
  (_, { make, enough, struct }) => {
    const key = fc.constantFrom(...struct.kinds.keys());
    const given = fc.oneof(
      junk,
      fc.array(junk, { maxLength: 2 }),
      fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
      fc.dictionary(fc.constantFrom('name', 'port', 'path', 'volume', 'image', 'size', 'host', 'a'), junk),
      fc.array(fc.dictionary(fc.constantFrom('name', 'port', 'path', 'volume', 'image', 'resources', 'size'), junk)),
    );
    fc.assert(
      fc.property(key, given, (property, value) => {
        const error = thrown(() => {
          const chart = newChart();
          make(chart, 'cart', { ...enough, [property]: value });
          synthesize(chart);
        });
        expect(error).not.toBeInstanceOf(TypeError);
        expect(error?.message ?? '').not.toMatch(LEAK);
      }),
      { numRuns: 150 },
    );
  },
);

import fc from 'fast-check';
import { Resources } from '../../../lib';
import { ONE, parseQuantity } from '../../../lib/kubernetes/text/quantity';
import { bytesProblem } from '../../../lib/lifecycle/arithmetic/bytes';

test.each([
  ['256m', "'memory' (256m) is 0.256 bytes: write '256Mi'"],
  ['1500m', "'memory' (1500m) is 1.5 bytes: write '1500Mi'"],
  ['0.1Gi', "'memory' (0.1Gi) is 107374182.4 bytes: write '103Mi'"],
  ['1.5', "'memory' (1.5) is 1.5 bytes: write '1Mi'"],
  ['5n', "'memory' (5n) is 0.000000005 bytes: write '1Mi'"],
])('%s of memory is a fraction of a byte, and an error', (memory, sentence) => {
  expect(() => Resources.of({ cpu: '1', memory })).toThrow(new Error(sentence));
  expect(() => Resources.explicit({ cpuRequest: '1', memoryRequest: '1Mi', memoryLimit: memory })).toThrow(sentence);
});

test('ephemeral storage is counted in bytes too, and CPU is not', () => {
  const sentence = "'ephemeral-storage' (100m) is 0.1 bytes: write '100Mi'";
  expect(() => Resources.of({ cpu: '1', memory: '1Gi', ephemeralStorage: '100m' })).toThrow(sentence);
  expect(() => Resources.of({ cpu: '250m', memory: '1Gi' })).not.toThrow();
});

test.each(['256Mi', '1.5Ki', '1e3', '1000m', '0'])('%s is a whole number of bytes', (memory) => {
  expect(() => Resources.of({ cpu: '1', memory })).not.toThrow();
});

test('every fraction of a byte, and only those, is told; what is advised is whole', () => {
  const amount = fc.tuple(fc.integer({ min: 0, max: 10 ** 6 }), fc.constantFrom('n', 'u', 'm', '', 'k', 'Ki', 'Mi'));
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 999 }), ([whole, suffix], fraction) => {
      const quantity = `${whole}.${fraction}${suffix}`;
      const problem = bytesProblem('memory', quantity);
      expect(problem !== undefined).toBe((parseQuantity(quantity) ?? 0n) % ONE !== 0n);
      const advised = /write '(.+)'$/.exec(problem ?? '')?.[1];
      if (advised !== undefined) expect(bytesProblem('memory', advised)).toBeUndefined();
    }),
  );
});

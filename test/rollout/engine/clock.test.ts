import fc from 'fast-check';
import { Clock } from '../../../lib/rollout/engine/clock';

test('what is planned happens in order of its moment, and at one moment in the order of planning', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), (moments) => {
      const clock = new Clock();
      const happened: Array<readonly [number, number]> = [];
      moments.forEach((moment, index) => {
        clock.at(moment, () => void happened.push([clock.now, index]));
      });
      clock.run(100);
      const expected = moments.map((moment, index) => [moment, index] as const);
      expect(happened).toEqual(expected.sort((one, other) => one[0] - other[0] || one[1] - other[1]));
    }),
  );
});

test('what is planned meanwhile happens too, and nothing beyond the horizon', () => {
  const clock = new Clock();
  const told: number[] = [];
  const tick = () => {
    told.push(clock.now);
    clock.after(10, tick);
  };
  clock.at(5, tick);
  clock.run(30);
  expect(told).toEqual([5, 15, 25]);
});

test('a moment that has passed is now', () => {
  const clock = new Clock();
  let at = -1;
  clock.at(10, () => clock.at(3, () => (at = clock.now)));
  clock.run(100);
  expect(at).toBe(10);
});

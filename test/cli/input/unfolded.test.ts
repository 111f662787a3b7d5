import { aliasProblem } from '../../../lib/cli/input/unfolded';

test('values that are shared a few times are fine', () => {
  const shared = { a: [1, 2, 3] };
  expect(aliasProblem({ one: shared, two: shared, three: [shared] })).toBeUndefined();
});

test('a value that contains itself is told', () => {
  const value: Record<string, unknown> = {};
  value.self = [value];
  expect(aliasProblem(value)).toContain('contains itself');
});

test('values that multiply are told without unfolding them', () => {
  let value: unknown = 'x';
  for (let level = 0; level < 40; level += 1) value = [value, value];
  expect(aliasProblem(value)).toContain('its aliases unfold to');
});

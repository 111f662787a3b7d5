import { Retry } from '../../../lib';

test('exit codes of a failure are from 1 to 255, each once and in order', () => {
  expect(Retry.of({ failOnExitCodes: [42, 3, 42] })._failOnExitCodes).toEqual([3, 42]);
  for (const code of [0, 256, 1.5]) {
    expect(() => Retry.of({ failOnExitCodes: [code] })).toThrow(
      `'failOnExitCodes' has ${code}, and an exit code of a failure is from 1 to 255`,
    );
  }
});

test('no retry is a limit of none, and the documented limit is 6', () => {
  expect([Retry.none()._limit, Retry.of()._limit]).toEqual([0, 6]);
  expect(() => Retry.of({ limit: -1 })).toThrow("'limit' (-1) must be a whole number, 0 or more");
});

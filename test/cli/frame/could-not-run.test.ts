import { CouldNotRun, orCouldNotRun, reasonOf } from '../../../lib/cli/frame/could-not-run';

const failing = (error: unknown) => () => {
  throw error;
};

test('what throws for wrong input becomes one sentence of the command line', () => {
  expect(orCouldNotRun(() => 4)).toBe(4);
  expect(() => orCouldNotRun(failing(new Error('no such version')))).toThrow(new CouldNotRun('no such version'));
  const said = () => orCouldNotRun(failing(new RangeError('too long')), (reason) => `a.yaml: ${reason}`);
  expect(said).toThrow(CouldNotRun);
  expect(said).toThrow('a.yaml: too long');
});

test('a sentence that is one already stays as it is', () => {
  const told = new CouldNotRun('a.yaml:3:1: unknown rule "x"');
  expect(() => orCouldNotRun(failing(told), () => 'another')).toThrow(told);
});

test('whatever is thrown has a reason', () => {
  expect([new Error('gone'), { message: 'gone' }, 'gone', undefined].map(reasonOf)).toEqual([
    'gone',
    'gone',
    'gone',
    'undefined',
  ]);
});

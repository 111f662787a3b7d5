import { areAlike } from './alike';
import type { Count } from './script-log';

/** `0/3 4/3@500`: `new/old` and when, in ms; without a moment the steps are ten seconds apart. */
function steps(text: string): readonly Count[] {
  return text.split(' ').map((step, index) => {
    const [, after, before, at = index * 10_000] = /^(\d+)\/(\d+)(?:@(\d+))?$/.exec(step) ?? [];
    return { after: Number(after), before: Number(before), at: Number(at) };
  });
}

/** A pod is ready every five seconds: steps that are far apart have that between them. */
const EVENTS = Array.from({ length: 20 }, (_, index) => index * 5000);

test.each([
  ['the same steps', '0/3 1/3 1/2 2/2', '0/3 1/3 1/2 2/2'],
  ['the same steps at other moments', '0/3@0 1/3@100 1/2@3000', '0/3@0 1/3@900 1/2@9000'],
  ['a state that is told twice', '0/3 1/3 1/3 1/2', '0/3 1/3 1/2'],
  ['two steps within a second, and one', '0/6@0 4/6@4700 4/2@4900 4/1@5100', '0/6@0 4/6@4800 4/1@5000'],
  ['one step, and three within a second', '0/6@0 3/3@6000', '0/6@0 1/6@6000 2/4@6100 3/3@6200'],
  ['each with steps that the other takes at once', '0/4@0 1/4@10 1/3@20 2/2@9000', '0/4@0 1/3@20 2/3@8800 2/2@8900'],
  ['two steps that are made up for at once', '0/6@0 1/5@5100 2/4@9000', '0/6@0 0/5@9300 0/4@9310 2/4@9320'],
  ['two steps that are far apart with nothing between them', '0/6@0 4/6@5100 4/1@9900', '0/6@0 4/1@5200'],
])('%s: alike', (_what, one, other) => {
  expect(areAlike(steps(one), steps(other), EVENTS)).toBe(true);
  expect(areAlike(steps(other), steps(one), EVENTS)).toBe(true);
});

test.each([
  ['another end', '0/3 1/3 1/2', '0/3 1/3 1/2 2/2'],
  ['another beginning', '1/3 1/2', '0/3 1/3 1/2'],
  ['one pod too many', '0/3@0 1/3@100 2/2@200', '0/3@0 2/3@100 2/2@200'],
  ['two steps in the other order', '0/3@0 1/3@100 1/2@200', '0/3@0 0/2@100 1/2@200'],
  ['a detour', '0/3@0 2/3@100 1/3@200', '0/3@0 1/3@200'],
  ['two steps at once, and two with a ready pod between them', '0/4@0 1/4@100 2/4@5100', '0/4@0 2/4@100'],
  ['all at once', '0/4 1/4 1/3 2/3 2/2 3/2 3/1 4/1 4/0', '0/4 4/0'],
])('%s: different', (_what, one, other) => {
  expect(areAlike(steps(one), steps(other), EVENTS)).toBe(false);
  expect(areAlike(steps(other), steps(one), EVENTS)).toBe(false);
});

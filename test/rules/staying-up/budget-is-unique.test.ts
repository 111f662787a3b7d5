import { budget, found, workload } from '../support';

const RULE = 'budget-is-unique';

test('two budgets of the same pods are told once, on the later', () => {
  expect(found(RULE, [workload(), budget({}, 'a'), budget({}, 'b')])).toEqual(['error b spec.selector']);
});

test('budgets that meet on no pod of the set are well, be their selectors equal', () => {
  expect(found(RULE, [budget({}, 'a'), budget({}, 'b')])).toEqual([]);
  expect(found(RULE, [workload(), budget({}, 'a', 'x'), budget({}, 'b', 'y')])).toEqual([]);
});

test('variants of one budget are one', () => {
  expect(found(RULE, [workload(), budget(), budget()], { origins: ['w', 'base', 'prod'] })).toEqual([]);
});

import { jsonWithList } from '../../../lib/cli/output/json-with-list';

test.each([
  ['no item', []],
  ['items of any kind', [1, 'a', null, { a: [{ b: 'c\nd' }] }]],
])('%s is printed as JSON.stringify prints it', (_, items) => {
  const around = (list: unknown) => ({ runs: [{ results: list, more: true }], summary: { all: 1 } });
  expect([...jsonWithList(around, items)].join('')).toBe(`${JSON.stringify(around(items), null, 2)}\n`);
});

test('it comes in parts', () => {
  expect([...jsonWithList((list) => ({ list }), [1, 2, 3])]).toHaveLength(5);
});

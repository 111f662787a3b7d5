import { objectsIn } from '../../../lib/cli/input/objects-in';

const kinds = (value: unknown) => objectsIn(value, '').map(({ manifest, prefix }) => [manifest.kind, prefix]);

test('an object is itself', () => {
  expect(kinds({ kind: 'A' })).toEqual([['A', '']]);
});

test('lists are taken apart, however deep, and items that are no objects passed over', () => {
  const inner = { kind: 'List', items: [{ kind: 'B' }, 'text', null] };
  expect(kinds({ kind: 'List', items: [{ kind: 'A' }, inner] })).toEqual([
    ['A', 'items[0]'],
    ['B', 'items[1].items[0]'],
  ]);
});

test('items of a typed list take its kind', () => {
  expect(kinds({ kind: 'PodList', apiVersion: 'v1', items: [{}, { kind: 'Node' }] })).toEqual([
    ['Pod', 'items[0]'],
    ['Node', 'items[1]'],
  ]);
});

test('a kind that ends like a list and has no items is an object', () => {
  expect(kinds({ kind: 'AccessList', spec: {} })).toEqual([['AccessList', '']]);
});

import { append, groupedBy } from '../../../lib/kubernetes/views/groups';

test('items stand by their key, keys and items in the order of the list', () => {
  const groups = groupedBy(['web', 'api', 'worker'], (name) => name.charAt(0));
  expect([...groups]).toEqual([
    ['w', ['web', 'worker']],
    ['a', ['api']],
  ]);
  append(groups, 'a', 'agent');
  append(groups, 'd', 'db');
  expect([...groups.values()]).toEqual([['web', 'worker'], ['api', 'agent'], ['db']]);
});

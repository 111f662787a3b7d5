import fc from 'fast-check';
import { fromLabels, LabelIndex, matches, selectorOf } from '../../../lib/kubernetes/set/selector';

const labels = { app: 'cart', tier: 'web' };

test.each([
  [{ matchLabels: { app: 'cart' } }, true],
  [{ matchLabels: { app: 'cart', tier: 'db' } }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['cart', 'front'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['cart'] }] }, false],
  [{ matchExpressions: [{ key: 'gone', operator: 'NotIn', values: ['cart'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'Like', values: ['c*'] }] }, false],
  [{}, true],
])('%p matches %p', (written, expected) => {
  expect(matches(selectorOf(written), labels)).toBe(expected);
});

test('a label named like a property of every object is no match', () => {
  expect(matches(selectorOf({ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }), {})).toBe(false);
});

test('the index finds exactly what a look at each would find, in order', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const value = fc.constantFrom('1', '2', '3');
  const labelled = fc.dictionary(key, value);
  const requirement = fc.record({
    key,
    operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
    values: fc.array(value, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(labelled, { maxLength: 20 }),
      fc.array(requirement, { maxLength: 3 }),
      labelled,
      (items, requirements, plain) => {
        const index = new LabelIndex<Record<string, string>>((item) => item);
        for (const item of items) index.add(item);
        const selector = [...requirements, ...fromLabels(plain)];
        expect(index.matching(selector)).toEqual(items.filter((item) => matches(selector, item)));
      },
    ),
  );
});

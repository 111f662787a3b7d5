import { checkName, shortHash, toLabelValue } from '../../lib/constructs/names';

test.each(['cart', 'a', 'a-1', 'x'.repeat(63)])('%p names an object', (name) => {
  expect(checkName(name)).toBe(name);
});

test.each(['', 'Cart', '1cart', 'cart-', 'ca_rt', 'ca.rt'])('%p names none', (name) => {
  expect(() => checkName(name)).toThrow(`'${name}' cannot name a Kubernetes object`);
});

test('a hash is the same for the same content', () => {
  expect(shortHash({ a: 1 })).toBe(shortHash({ a: 1 }));
  expect(shortHash({ a: 1 })).toMatch(/^[0-9a-f]{8}$/);
});

test('a long label value is shortened and stays distinct', () => {
  const [one, two] = [toLabelValue(`${'x'.repeat(70)}1`), toLabelValue(`${'x'.repeat(70)}2`)];
  expect([one.length, two.length]).toEqual([63, 63]);
  expect(one).not.toBe(two);
});

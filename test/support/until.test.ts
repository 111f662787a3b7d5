import { until } from './until';

test('a wait ends once the answer is yes', async () => {
  let asked = 0;
  await until({ what: 'the third answer', seconds: 60 }, () => ++asked === 3);
  expect(asked).toBe(3);
});

test('a wait that comes to its limit says what it waited for, and what is missing', async () => {
  const never = until({ what: '3 pods', seconds: 0, missing: () => 'web-2 is not there' }, () => false);
  await expect(never).rejects.toThrow('waited 0 s for 3 pods: web-2 is not there');
});

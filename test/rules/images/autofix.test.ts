import { CONTAINER, fixed, web } from '../../cli/fix/fixed';

test('a tag that moves is pulled at each start; Never stays, since it is a choice', async () => {
  const latest = (policy: string) => web({ container: `imagePullPolicy: ${policy}` }).replace(':1.4.2', ':latest');
  expect((await fixed('pull-policy-fits-tag', latest('IfNotPresent'))).at(`${CONTAINER}.imagePullPolicy`)).toBe(
    'Always',
  );
  const never = await fixed('pull-policy-fits-tag', latest('Never'));
  expect(never.text).toBe(latest('Never'));
  expect(never.left).toEqual([expect.stringContaining('by choice')]);
});

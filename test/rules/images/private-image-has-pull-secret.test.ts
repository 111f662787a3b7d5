import { count, workload } from '../support';

const RULE = 'private-image-has-pull-secret';
const fires = (image: string, registry: string, pod: object = {}, others: object[] = []) =>
  count(RULE, [...(others as never[]), workload({ container: { image }, pod: pod as never })], {
    privateRegistries: [registry],
  });
const account = (name: string, secrets: string[]) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name },
  imagePullSecrets: secrets.map((each) => ({ name: each })),
});

test('host and port have to be those of the list', () => {
  expect(fires('private.example.com/web:1', 'private.example.com')).toBe(1);
  expect(fires('private.example.com:5000/web:1', 'private.example.com')).toBe(0);
  expect(fires('private.example.com:5000/web:1', 'private.example.com:5000')).toBe(1);
  expect(fires('not-private.example.com/web:1', 'private.example.com')).toBe(0);
  expect(fires('web:1', 'docker.io')).toBe(1);
});

test('a secret of the pod or of its ServiceAccount is enough', () => {
  const image = 'private.example.com/web:1';
  expect(fires(image, 'private.example.com', { imagePullSecrets: [{ name: 's' }] })).toBe(0);
  expect(fires(image, 'private.example.com', { serviceAccountName: 'web' }, [account('web', ['s'])])).toBe(0);
  expect(fires(image, 'private.example.com', {}, [account('default', ['s'])])).toBe(0);
  expect(fires(image, 'private.example.com', { serviceAccountName: 'web' }, [account('default', ['s'])])).toBe(1);
});

test('without a list nothing is private', () => {
  expect(count(RULE, [workload({ container: { image: 'private.example.com/web:1' } })])).toBe(0);
});

import { Security } from '../../../lib';

test('the restricted profile fits the Pod Security Standard, and a path that is written gets a volume', () => {
  const { pod, container, writablePaths } = Security.restricted({
    user: 1000,
    group: 1000,
    writablePaths: ['/var/cache', '/tmp'],
  })._plan;
  expect(pod).toEqual({
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(container).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
  });
  expect(writablePaths).toEqual(['/tmp', '/var/cache']);
});

test('root, a path that is none and a privilege without reason are refused', () => {
  expect(() => Security.restricted({ user: 0 })).toThrow("'user' (0) must be a whole number, 1 or more");
  expect(() => Security.restricted({ writablePaths: ['cache'] })).toThrow(
    "'writablePaths' has 'cache', and a path must begin with '/'",
  );
  expect(() => Security.privileged(' ')).toThrow('a privileged container needs a reason');
});

test('the baseline leaves the image its own user and a writable root', () => {
  expect(Security.baseline()._plan).toMatchObject({
    container: { allowPrivilegeEscalation: false, privileged: false },
    writablePaths: [],
  });
});

import { findConfig } from '../../../lib/cli/settings/find-config';
import { useFolder } from '../captured';

const write = useFolder();
const NAME = '.cdk8s-lifecycle.yaml';

test('the nearest file counts, up to the root of the repository', () => {
  write({
    [NAME]: '',
    'repo/.git/HEAD': '',
    'repo/a/b/x': '',
    'repo/a/c/x': '',
    [`repo/a/${NAME}`]: '',
    'repo/d/x': '',
  });
  expect(findConfig('repo/a').file).toBe(NAME);
  expect(findConfig('repo/a/b').file).toBe(`../${NAME}`);
  expect(findConfig('repo/d').file).toBeUndefined();
});

test('.yml is read as well, and both names side by side are refused', () => {
  write({ '.git/HEAD': '', '.cdk8s-lifecycle.yml': '' });
  expect(findConfig('.').file).toBe('.cdk8s-lifecycle.yml');
  write({ [NAME]: '' });
  expect(() => findConfig('.')).toThrow(
    '.cdk8s-lifecycle.yaml and .cdk8s-lifecycle.yml stand side by side: remove one of them',
  );
});

test('other spellings are named, in the folder and above it; neither folders nor other files are', () => {
  const misnamed = [
    '.cdk8s-lifecycle.json',
    '.cdk8s-lifecyclerc',
    '.cdk8slifecycle.yaml',
    'cdk8s-lifecycle.config.ts',
    'cdk8s-lifecycle.yaml',
  ];
  write(Object.fromEntries(misnamed.map((name) => [name, ''])));
  write({ '.git/HEAD': '', 'cdk8s-lifecycle/a': '', 'cdk8s.yaml': '', 'cdk8s-lifecycle.k8s.yaml': '', 'a/x': '' });
  expect([...findConfig('.').misnamed].sort()).toEqual(misnamed);
  expect(findConfig('a').misnamed).toContain('../.cdk8s-lifecycle.json');
});

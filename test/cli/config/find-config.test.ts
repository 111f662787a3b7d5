import { findConfig } from '../../../lib/cli/config/find-config';
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
  expect(findConfig('repo/a')).toBe(NAME);
  expect(findConfig('repo/a/b')).toBe(`../${NAME}`);
  expect(findConfig('repo/d')).toBeUndefined();
});

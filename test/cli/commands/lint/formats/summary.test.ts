import { runCaptured, useFolder } from '../../../captured';
import { FILES, RULES, WEB } from './files';

const write = useFolder();

test('findings are counted by rule, the most serious and most frequent first', async () => {
  write(FILES);
  const config = 'severity: { prestop-exists: error }\n';
  write({ '.cdk8s-lifecycle.yaml': config, 'k8s/other.yaml': WEB.replaceAll('web', 'other') });
  const { out, code } = await runCaptured('lint', '-o', 'summary', '--ignore-unparsable', ...RULES, 'k8s');
  expect(out).toBe(
    [
      '2  error    prestop-exists   A container that serves has a preStop hook',
      '3  warning  image-is-pinned  An image names its version',
      '',
      '2 errors, 3 warnings, 0 info in 4 objects of 5 files; 1 acknowledged',
      '',
    ].join('\n'),
  );
  expect(code).toBe(1);
});

test('nothing found is the count alone, and nothing at all in quiet', async () => {
  write({ 'cm.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' });
  expect((await runCaptured('lint', '-o', 'summary', 'cm.yaml')).out).toMatch(/^0 errors, /);
  expect((await runCaptured('lint', '-q', '-o', 'summary', 'cm.yaml')).out).toBe('');
});

import { runCaptured, useFolder } from '../../captured';
import { type Printed, WEB } from './lint-json';

const write = useFolder();

test('--against tells what cannot be changed in the object that is replaced', async () => {
  write({
    'old/web.yaml': WEB,
    'new/web.yaml': WEB.replace('{ matchLabels: { app: web } }', '{ matchLabels: { tier: web } }').replace(
      'labels: { app: web }',
      'labels: { app: web, tier: web }',
    ),
  });
  const { out, code } = await runCaptured(
    'lint',
    '-o',
    'json',
    '--rules',
    'update-is-admitted',
    '--against',
    'old',
    'new',
  );
  const { findings } = JSON.parse(out) as Printed;
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'update-is-admitted', severity: 'error', path: 'spec.selector', line: 7 }),
  ]);
  expect(code).toBe(1);
  expect((await runCaptured('lint', '--rules', 'update-is-admitted', '--against', 'old', 'old')).code).toBe(0);
  expect((await runCaptured('lint', '--against', 'gone', 'new')).err).toBe(
    'cdk8s-lifecycle: --against: gone: there is no such file or folder\n',
  );
});

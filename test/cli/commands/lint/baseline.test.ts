import { readFileSync } from 'node:fs';
import { runCaptured, useFolder } from '../../captured';
import { lintJson, WEB } from './lint-json';

const write = useFolder();

test('a baseline leaves what is new, though lines and containers have moved', async () => {
  write({ 'web.yaml': WEB });
  const written = await runCaptured('lint', '--rules', 'prestop-exists', '--write-baseline', 'base.json', 'web.yaml');
  expect(written.err).toBe('wrote 1 finding to base.json\n');
  expect(JSON.parse(readFileSync('base.json', 'utf8'))).toEqual({
    version: 1,
    findings: [
      { rule: 'prestop-exists', object: 'Deployment shop/web', path: 'spec.template.spec.containers[web]', count: 1 },
    ],
  });
  const sidecar = '      containers:\n        - { name: helper, image: "a:1.0.0" }\n';
  write({
    'web.yaml': `# moved\n\n${WEB.replace('      containers:\n', sidecar)}---\n${WEB.replaceAll('web', 'new')}`,
  });
  const { findings, summary } = await lintJson('--baseline', 'base.json', 'web.yaml');
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('"new"')]);
  expect(summary).toMatchObject({ warning: 1, baseline: 1 });
});

test('a baseline that is not there or is none says how to write one', async () => {
  write({ 'web.yaml': WEB, 'bad.json': '[]' });
  expect((await runCaptured('lint', '--baseline', 'gone.json', 'web.yaml')).err).toBe(
    'cdk8s-lifecycle: baseline gone.json does not exist: write it with --write-baseline gone.json\n',
  );
  expect((await runCaptured('lint', '--baseline', 'bad.json', 'web.yaml')).code).toBe(2);
});

test('a baseline that cannot be written is told, and --fix does not write one', async () => {
  write({ 'web.yaml': WEB });
  const { err, code } = await runCaptured('lint', '--write-baseline', 'no/such/folder.json', 'web.yaml');
  expect(err).toContain('cdk8s-lifecycle: no/such/folder.json cannot be written: ENOENT');
  expect(code).toBe(2);
  expect((await runCaptured('lint', '--fix', '--write-baseline', 'b.json', 'web.yaml')).err).toContain('fix first');
});

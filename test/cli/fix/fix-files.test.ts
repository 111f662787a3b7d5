import { readFileSync, writeFileSync } from 'node:fs';
import { runCaptured, useFolder } from '../captured';

const write = useFolder();

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`;
const ADDED = '          lifecycle:\n            preStop:\n              sleep:\n                seconds: 10\n';
const FIX = ['lint', '--rules', 'prestop-exists', '--fix'];

test('--fix rewrites the file and tells what it did', async () => {
  write({ 'web.yaml': WEB });
  const { out, err, code } = await runCaptured(...FIX, 'web.yaml');
  expect(readFileSync('web.yaml', 'utf8')).toBe(WEB + ADDED);
  expect(err).toBe('fixed 1 finding in 1 file\n');
  expect(out).toBe('0 errors, 0 warnings, 0 info in 1 object of 1 file\n');
  expect(code).toBe(0);
});

test('--dry-run prints a diff and writes nothing', async () => {
  write({ 'web.yaml': WEB });
  const { out, err, code } = await runCaptured(...FIX, '--dry-run', '--fail-on', 'warning', 'web.yaml');
  expect(readFileSync('web.yaml', 'utf8')).toBe(WEB);
  expect(out).toBe(
    [
      '--- a/web.yaml',
      '+++ b/web.yaml',
      '@@ -10,3 +10,7 @@',
      '         - name: web',
      '           image: registry.example.com/web:1.4.2',
      '           ports: [{ containerPort: 8080 }]',
      ...ADDED.trimEnd()
        .split('\n')
        .map((line) => `+${line}`),
      '',
    ].join('\n'),
  );
  expect(err).toBe('would fix 1 finding in 1 file\n');
  expect(code).toBe(1);
});

test('the encoding and the line ends of a file stay', async () => {
  write({ 'web.yaml': '' });
  const windows = `\ufeff${WEB.replaceAll('\n', '\r\n')}`;
  writeFileSync('web.yaml', Buffer.from(windows, 'utf16le'));
  await runCaptured(...FIX, 'web.yaml');
  expect(readFileSync('web.yaml').toString('utf16le')).toBe(windows + ADDED.replaceAll('\n', '\r\n'));
});

test('stdin cannot be rewritten, and --dry-run alone says what it goes with', async () => {
  write({ 'web.yaml': WEB });
  expect((await runCaptured('lint', '--dry-run', 'web.yaml')).err).toContain('--dry-run goes with --fix');
});

test('findings of a baseline are not fixed', async () => {
  write({ 'web.yaml': WEB });
  await runCaptured('lint', '--rules', 'prestop-exists', '--write-baseline', 'base.json', 'web.yaml');
  await runCaptured(...FIX, '--baseline', 'base.json', 'web.yaml');
  expect(readFileSync('web.yaml', 'utf8')).toBe(WEB);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { runCaptured, useFolder } from '../../../captured';

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

const SERVICE = `---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`;

test('what is counted is gone when the written file is linted again', async () => {
  write({ 'web.yaml': WEB.replace('spec:\n', 'spec:\n  replicas: 2\n') + SERVICE });
  const summary = async () => JSON.parse((await runCaptured('lint', '-o', 'json', 'web.yaml')).out).summary;
  const all = ({ error, warning, info }: Record<string, number>) => Number(error) + Number(warning) + Number(info);
  const before = all(await summary());
  const { err } = await runCaptured('lint', '--fix', 'web.yaml');
  const [, fixed, brought = '0'] = /^fixed (\d+) findings in 1 file(?:.*?(\d+) new)?/m.exec(err) ?? [];
  expect(Number(fixed)).toBeGreaterThan(1);
  expect(all(await summary())).toBe(before - Number(fixed) + Number(brought));
});

test('what is left is named with its reason, and what has no automatic fix is counted', async () => {
  const image = WEB.replace('registry.example.com/web:1.4.2', 'gcr.io/distroless/static');
  write({ 'web.yaml': image });
  const argv = ['lint', '--rules', 'prestop-exists,image-is-pinned', '--kubernetes-version', '1.29', '--fix'];
  const { err } = await runCaptured(...argv, 'web.yaml');
  expect(err).toMatch(/^web\.yaml:10: prestop-exists of Deployment web is left to you: the image holds no shell/);
  expect(err).toMatch(/\nfixed 0 findings in 0 files; 1 left to you, 1 without an automatic fix\n$/);
  expect((await runCaptured(...argv, '-q', 'web.yaml')).err.split('\n')).toHaveLength(2);
});

test('stdin cannot be rewritten', async () => {
  const stdin = jest.spyOn(process, 'stdin', 'get').mockReturnValue(
    (async function* () {
      yield WEB;
    })() as unknown as typeof process.stdin,
  );
  const { err, code } = await runCaptured(...FIX, '-');
  stdin.mockRestore();
  expect(err).toContain('--fix rewrites files, and stdin cannot be rewritten: name a file, or add --dry-run');
  expect(code).toBe(2);
});

import { runCaptured, useFolder } from '../captured';
import { WEB } from '../commands/lint/formats/files';

const write = useFolder();
const SECRET = 'hunter2-hunter2';

test.each(['text', 'json', 'sarif', 'junit', 'github'])('%s prints no value that may be a secret', async (output) => {
  write({
    'web.yaml': `${WEB}          env: [{ name: DB_PASSWORD, value: ${SECRET} }, { name: PIN_PASSWORD, value: 20241231 }]\n`,
    'config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { DB_PASSWORD: ${SECRET} }\n`,
    'secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: b }\nstringData: [${SECRET}]\n`,
  });
  const { out, err, code } = await runCaptured('lint', '-o', output, '.');
  expect(code).toBe(1);
  expect(out).toContain('secret-is-referenced');
  expect(out).toContain('DB_PASSWORD');
  expect(out + err).not.toContain(SECRET);
  expect(out + err).not.toContain('20241231');
});

test('a fix that the message says leaves no line, and no space at the end', async () => {
  write({ 'web.yaml': WEB.replace('containerPort: 8080', 'containerPort: 70000') });
  const refusal = 'Kubernetes 1.30 refuses it: ports[0].containerPort is 70000, and must be between 1 and 65535';
  const lint = (output: string) => runCaptured('lint', '--rules', 'admitted', '-o', output, '.');
  expect((await lint('text')).out).toContain(`  error  ${refusal}  admitted\n\n`);
  expect((await lint('github')).out).toContain(`::${refusal}.\n`);
  expect((await lint('sarif')).out).toContain(`"text": "${refusal}."`);
  expect((await lint('junit')).out).toContain(`${refusal}</failure>`);
});

import { check } from '../../../lib/check/check';
import type { JsonObject } from '../../../lib/kubernetes/views/json';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { count, found, messages, workload } from '../support';

const RULE = 'secret-is-referenced';
const withEnv = (...env: JsonObject[]) => workload({ container: { env } });
const fires = (name: string, value: string) => count(RULE, [withEnv({ name, value })]) > 0;
const configMap = (data: JsonObject): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings' },
  data,
});

/** Put together here, so that no scanner takes this file for a leak. */
const AWS_KEY = `AKIA${'Q7XK2M4T'.repeat(2)}`;
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N'].join('.');
const PRIVATE_KEY = `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIE\n-----END RSA ${'PRIVATE'} KEY-----`;

test.each([
  'PASSWORD',
  'DB_PASSWORD',
  'POSTGRES_PASSWORD_1',
  'MYSQL_PASS',
  'SMTP_PWD',
  'dbPassword',
  'spring.datasource.password',
  'SECRET',
  'JWT_SECRET',
  'SECRET_KEY_BASE',
  'GITHUB_TOKEN',
  'githubToken',
  'STRIPE_API_KEY',
  'APIKEY',
  'AWS_SECRET_ACCESS_KEY',
  'SSH_PRIVATE_KEY',
  'CREDENTIALS',
  'ENCRYPTION_KEY',
])('%s is the name of a secret', (name) => {
  expect(fires(name, 'hunter2-hunter2')).toBe(true);
});

test.each([
  'PASSWORD_FILE',
  'TOKEN_PATH',
  'SECRET_NAME',
  'TOKEN_URL',
  'TOKEN_TTL',
  'PASSWORD_MIN_LENGTH',
  'ALLOW_EMPTY_PASSWORD',
  'IMAGE_PULL_SECRET',
  'PUBLIC_KEY',
  'CACHE_KEY',
  'AWS_ACCESS_KEY_ID',
  'PWD',
  'COMPASS',
  'MAX_TOKENS',
  'MONKEY',
])('%s is not', (name) => {
  expect(fires(name, 'hunter2-hunter2')).toBe(false);
});

test.each(['changeme', 'password', 'root', '123456', 'Pa$$word!', 'a b c'])('%s is a password', (value) => {
  expect(fires('DB_PASSWORD', value)).toBe(true);
});

test.each([
  '',
  ' ',
  'true',
  'no',
  '$(DB_PASSWORD)',
  `\${DB_PASSWORD}`,
  '{{ .Values.password }}',
  '<your-password>',
  'REPLACE_ME',
  'your-password-here',
  '********',
  '/run/secrets/password',
  './password.txt',
  'file:/etc/password',
  'vault:secret/data/db#password',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db',
])('%s is none, or stands for one that is elsewhere', (value) => {
  expect(fires('DB_PASSWORD', value)).toBe(false);
});

test('a number is a password, but no token', () => {
  expect(fires('DB_PASSWORD', '20241231')).toBe(true);
  expect(fires('CSRF_TOKEN', '3600')).toBe(false);
});

test.each([
  ['an AWS access key', AWS_KEY],
  ['a GitHub token', `ghp_${'a1B2'.repeat(9)}`],
  ['a GitLab token', `glpat-${'a1B2'.repeat(5)}`],
  ['a Slack token', `xoxb-${'1234567890-'.repeat(2)}abc`],
  ['a Stripe key', `sk_live_${'a1B2'.repeat(6)}`],
  ['a Google API key', `AIza${'a1B2c'.repeat(7)}`],
  ['a JSON web token', JWT],
  ['a JSON web token', `Bearer ${JWT}`],
  ['a private key', PRIVATE_KEY],
  ['a URL with a password', 'postgres://shop:hunter2@db:5432/shop'],
  ['a URL with a password', 'redis://:hunter2@cache'],
  ['a connection string with a password', 'Server=db;User Id=sa;Password=hunter2;'],
])('%s is told by its look, whatever it is called', (what, value) => {
  expect(messages(RULE, [withEnv({ name: 'SETTING', value })])).toEqual([
    `variable "SETTING" of container "web" holds ${what} in plain text`,
  ]);
});

test.each([
  'AKIAIOSFODNN7EXAMPLE',
  'postgres://shop@db:5432/shop',
  'postgres://shop:$(DB_PASSWORD)@db/shop',
  `postgres://shop:\${DB_PASSWORD}@db/shop`,
  'http://prometheus:9090/api?x=a@b',
  'https://github.com/org/repo@v1',
  `Server=db;Password=\${DB_PASSWORD};`,
  'eyJ',
])('%s has the look of none', (value) => {
  expect(fires('SETTING', value)).toBe(false);
});

test('a value from a Secret, and one that names a Secret of the set, are references', () => {
  const secretKeyRef = { name: 'web', key: 'password' };
  expect(count(RULE, [withEnv({ name: 'DB_PASSWORD', valueFrom: { secretKeyRef } })])).toBe(0);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web-tls' } };
  expect(count(RULE, [withEnv({ name: 'TLS_SECRET', value: 'web-tls' }), secret])).toBe(0);
});

test('of a ConfigMap, variables are told by name or look, files by look alone', () => {
  const data = {
    LOG_LEVEL: 'debug',
    DB_PASSWORD: 'hunter2',
    'key.pem': PRIVATE_KEY,
    'application.properties': 'spring.datasource.password=hunter2',
    password: 'read on\nfor the policy of passwords',
  };
  expect(found(RULE, [configMap(data)])).toEqual([
    'warning settings data[DB_PASSWORD]',
    'warning settings data[key.pem]',
  ]);
});

test('the value is printed nowhere in a finding', () => {
  const secrets = ['hunter2-hunter2', AWS_KEY, JWT, PRIVATE_KEY];
  const env = secrets.map((value, index) => ({ name: `S${index}_PASSWORD`, value }));
  const { findings } = check([withEnv(...env), configMap({ DB_PASSWORD: secrets[0], 'a.key': PRIVATE_KEY })]);
  expect(findings.filter(({ rule }) => rule === RULE)).toHaveLength(6);
  const printed = JSON.stringify(findings);
  for (const secret of secrets) expect(printed).not.toContain(JSON.stringify(secret).slice(1, -1));
});

test('a text of a megabyte is read in one pass', () => {
  const text = `${'a'.repeat(500_000)}${'://a:'.repeat(50_000)}${';password='.repeat(25_000)}`;
  const started = process.cpuUsage();
  count(RULE, [configMap({ 'dashboard.json': text })]);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2);
});

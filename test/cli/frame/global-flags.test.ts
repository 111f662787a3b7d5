import { runCaptured, useFolder } from '../captured';
import { WEB } from '../commands/lint/formats/files';

const write = useFolder();

const LINT = ['lint', '--rules', 'image-is-pinned'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const COLOR = /\u001b\[\d+m/;

test('-q leaves findings and errors, before or behind the command', async () => {
  write({ 'k8s/web.yaml': WEB, 'k8s/package.json': '{}', 'k8s/Chart.yaml': '', 'cdk8s-lifecycle.yaml': '' });
  const loud = await runCaptured(...LINT, 'k8s');
  expect(loud.out).toMatch(/in 1 object of 1 file; 2 files without Kubernetes objects passed over\n$/);
  expect(loud.err).toContain('hint: k8s is a Helm chart');
  expect(loud.err).toContain('cdk8s-lifecycle.yaml is not read: the name of the configuration is');
  for (const argv of [
    ['-q', ...LINT],
    [...LINT, '--quiet'],
  ]) {
    const { out, err, code } = await runCaptured(...argv, 'k8s');
    expect(`${out}0 errors, `).toBe(loud.out.slice(0, out.length + '0 errors, '.length));
    expect(err).toBe('');
    expect(code).toBe(0);
  }
  expect((await runCaptured(...LINT, '-q', 'gone')).err).toBe('gone: there is no such file or folder\n');
});

test('-q leaves the answer of simulate, the report of diagnose, and nothing of what has none', async () => {
  write({ 'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\n', 'web.yaml': WEB });
  expect(await runCaptured('simulate', '-q', 'pod.yaml')).toEqual({ out: '', err: '', code: 0 });
  expect((await runCaptured('simulate', '--runs', '1', 'web.yaml')).out).toMatch(/\n1 workload [^\n]+\n$/);
  expect((await runCaptured('simulate', '-q', '--runs', '1', 'web.yaml')).out).not.toMatch(/\n1 workload /);
  expect((await runCaptured('runbook', '--out', 'pages', 'web.yaml')).err).toMatch(/^wrote pages\//);
  expect((await runCaptured('runbook', '-q', '--out', 'pages', 'web.yaml')).err).toBe('');
  const report = (await runCaptured('diagnose', 'web.yaml')).out;
  expect(report).toMatch(/\n1 in progress, 0 healthy objects\n$/);
  expect((await runCaptured('diagnose', '-q', 'web.yaml')).out).toBe(report.replace(/\n1 in progress.*\n$/, ''));
});

test.each([
  [['lint', '--color', 'web.yaml']],
  [['--color', 'lint', 'web.yaml']],
  [['lint', '-o', 'summary', '--color', 'web.yaml']],
  [['explain', '--color', 'prestop-exists']],
  [['simulate', '--runs', '1', '--color', 'web.yaml']],
  [['diagnose', '--color', 'web.yaml']],
])('%j prints colors, and with --no-color none', async (argv) => {
  write({ 'web.yaml': WEB });
  expect((await runCaptured(...argv)).out).toMatch(COLOR);
  const plain = argv.map((word) => (word === '--color' ? '--no-color' : word));
  expect((await runCaptured(...plain)).out).not.toMatch(COLOR);
});

test.each([['-V'], ['--version']])('%s prints the version', async (flag) => {
  const { out, code } = await runCaptured(flag);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});

test.each([
  [['lint', '--fail-no', 'error', 'a'], 'unknown option "--fail-no"; did you mean "--fail-on"?'],
  [['lint', '--ouput=json', 'a'], 'unknown option "--ouput"; did you mean "--output"?'],
  [['lint', '--quite', 'a'], 'unknown option "--quite"; did you mean "--quiet"?'],
  [['runbook', '--ot', 'b', 'a'], 'unknown option "--ot"; did you mean "--out"?'],
  [['lint', '-o', 'jsn', 'a'], 'unknown format "jsn"; did you mean "json"?'],
  [['lint', '--fail-on', 'warn', 'a'], 'unknown severity "warn"; write one of error, warning, info, never'],
  [['simulate', '--event', 'rolout', 'a'], 'unknown event "rolout"; did you mean "rollout"?'],
  [['diagnos', 'a'], 'unknown command "diagnos"; did you mean "diagnose"?'],
  [['help', 'lnt'], 'unknown command "lnt"; did you mean "lint"?'],
  [['completion', 'fich'], 'unknown shell "fich"; did you mean "fish"?'],
  [['--vrsion'], 'unknown option "--vrsion"; did you mean "--version"?'],
  [['lint'], 'missing required argument "path"\n(run with --help for the options)'],
  [['lint', 'a', '--config'], 'option "--config <file>" argument missing\n(run with --help for the options)'],
  [['explain', 'a', 'b'], 'too many arguments for "explain". Expected 1 argument but got 2'],
  [['lint', '--max-findings', '0', 'a'], '"0" is not a whole number from 1 to 999,999,999'],
])('%j is told in the words of all errors', async (argv, message) => {
  const { err, out, code } = await runCaptured(...argv);
  expect(err).toContain(`cdk8s-lifecycle: ${message}`);
  expect(out).toBe('');
  expect(code).toBe(2);
});

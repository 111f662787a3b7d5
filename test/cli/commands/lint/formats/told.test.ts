import { runCaptured, useFolder } from '../../../captured';
import { WEB } from './files';

const write = useFolder();

const LINT = ['lint', '--rules', 'prestop-exists,image-is-pinned', '--fail-on', 'error'];
const CONFIG = { '.cdk8s-lifecycle.yaml': 'severity: { prestop-exists: error }\n' };

beforeEach(() => write({ ...CONFIG, 'a.yaml': WEB, 'b.yaml': WEB.replaceAll('web', 'b') }));

test('--max-findings prints the most serious ones, counts the rest, and leaves the exit code', async () => {
  const { out, code } = await runCaptured(...LINT, '--max-findings', '2', 'a.yaml', 'b.yaml');
  expect(out.match(/ {2}error {2}/g)).toHaveLength(2);
  expect(out).not.toContain('image-is-pinned');
  expect(out).toMatch(/\n2 more findings not shown\n\n2 errors, 2 warnings, 0 info in 2 objects of 2 files\n$/);
  expect(code).toBe(1);
  const one = await runCaptured(...LINT, '--max-findings', '1', '-o', 'github', 'a.yaml', 'b.yaml');
  expect(one.out.split('\n')).toEqual([
    expect.stringMatching(/^::error file=a\.yaml,/),
    '::notice title=cdk8s-lifecycle::3 more findings',
    '',
  ]);
  expect(one.code).toBe(1);
});

test('JSON holds as many, with the counts of all', async () => {
  const { out } = await runCaptured(...LINT, '-o', 'json', '--max-findings', '3', 'a.yaml', 'b.yaml');
  const { findings, summary } = JSON.parse(out);
  expect(findings.map(({ severity }: { severity: string }) => severity)).toEqual(['warning', 'error', 'error']);
  expect(summary).toMatchObject({ error: 2, warning: 2, notShown: 1 });
});

test('as many as there are is all', async () => {
  const { out } = await runCaptured(...LINT, '--max-findings', '4', 'a.yaml', 'b.yaml');
  expect(out).not.toContain('not shown');
});

test.each(['sarif', 'junit', 'summary'])('%s leaves no finding out, and refuses the option', async (format) => {
  const { err, code } = await runCaptured(...LINT, '-o', format, '--max-findings', '1', 'a.yaml');
  expect(err).toBe(
    `cdk8s-lifecycle: --max-findings goes with -o text, json, github: ${format} tells of all findings\n`,
  );
  expect(code).toBe(2);
});

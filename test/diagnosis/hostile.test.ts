import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { toText } from '../../lib/cli/commands/diagnose/text';
import { stylesFor } from '../../lib/cli/output/terminal';
import { diagnose } from '../../lib/diagnosis';
import { shellLine } from '../../lib/diagnosis/telling/command';
import { printable } from '../../lib/diagnosis/telling/printable';

const PLAIN = stylesFor({ isTTY: false });
const NASTY = [
  '; rm -rf ~',
  '$(touch /tmp/x)',
  '`id`',
  "a'b",
  '--kubeconfig=/etc/passwd',
  '-n',
  'a b',
  'a\nb',
  '\u001b[2J\u001b[31mred',
  '\u001b]0;title\u0007x',
  '\u009b31m',
  '\u202Etxt',
  '\u200bzero',
  '!!',
  '*',
  '~root',
  '{a,b}',
  '',
];
// Everything that a terminal could act on, or that hides or reorders text; a line end is the only one left.
const UNSAFE = /[^\P{C}\n]|[\u2028\u2029]/u;

function pod(name: string, message: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: name, uid: 'u' },
    spec: { nodeName: name, containers: [{ name, image: name }] },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name,
          ready: false,
          restartCount: 1,
          state: { waiting: { reason: 'CrashLoopBackOff', message } },
          lastState: { terminated: { reason: 'Error', exitCode: 1, message } },
        },
      ],
    },
  };
}

/** The words that a shell makes of a line. */
function wordsOf(line: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test.each(NASTY)('a shell reads a name such as %j as one word', (name) => {
  expect(wordsOf(shellLine(['kubectl', '-n', name, 'get', `pod/${name}`]))).toEqual([
    'kubectl',
    '-n',
    printable(name),
    'get',
    printable(`pod/${name}`),
  ]);
});

test.each(NASTY)('a name such as %j never reads as an option of kubectl', (name) => {
  const { diagnoses } = diagnose([pod(name, 'm')]);
  for (const line of [diagnoses[0]?.command, ...(diagnoses[0]?.more ?? [])]) {
    const words = wordsOf(line ?? '');
    const taken = new Set(words.flatMap((word, index) => (['-n', '-c'].includes(word) ? [index + 1] : [])));
    const options = words.filter((word, index) => word.startsWith('-') && !taken.has(index));
    for (const option of options)
      expect(option).toMatch(/^(-n|-c|-o|--previous|--containers|--all-containers|--sort-by=.*|--field-selector)$/);
  }
});

test.each(NASTY)('neither text nor JSON passes %j on to the terminal', (text) => {
  const report = diagnose([pod(text, text)]);
  expect(toText(report, PLAIN)).not.toMatch(UNSAFE);
  expect(JSON.stringify(report, null, 2)).not.toMatch(UNSAFE);
});

test('any text at all becomes one printable line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('a message of a megabyte is cut', () => {
  const report = diagnose([pod('web', 'x'.repeat(1_000_000))]);
  expect(JSON.stringify(report).length).toBeLessThan(10_000);
});

test('the values of Secrets are never printed, plain or encoded', () => {
  const value = 'correct-horse-battery';
  const encoded = Buffer.from(value).toString('base64');
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'db' },
    data: { password: encoded },
    stringData: { other: 'staple-staple' },
  };
  const report = diagnose([secret, pod('web', `login failed with ${value} (${encoded}) and staple-staple`)]);
  const printed = JSON.stringify(report) + toText(report, PLAIN);
  for (const hidden of [value, encoded, 'staple-staple']) expect(printed).not.toContain(hidden);
  expect(printed).toContain('[secret]');
});

test('a Secret whose value is also a name breaks no command', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: { user: 'default' } };
  const [entry] = diagnose([secret, pod('default', 'login of default failed')]).diagnoses;
  expect(entry?.command).toBe('kubectl -n default logs default -c default --previous');
  expect(entry?.object.name).toBe('default');
  expect(entry?.proof.join()).toContain('login of [secret] failed');
});

test('neither the environment nor the headers of a probe are printed', () => {
  const manifest = pod('web', 'm');
  const container = {
    name: 'web',
    env: [{ name: 'TOKEN', value: 'hunter2-hunter2' }],
    readinessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'Authorization', value: 'Bearer hunter3' }] } },
  };
  const running = { name: 'web', ready: false, restartCount: 0, state: { running: {} } };
  const report = diagnose([
    { ...manifest, spec: { containers: [container] }, status: { phase: 'Running', containerStatuses: [running] } },
  ]);
  expect(report.diagnoses[0]?.class).toBe('ReadinessProbeFailing');
  expect(JSON.stringify(report)).not.toMatch(/hunter/);
});

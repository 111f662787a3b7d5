import { calledBy, isShell, parseScript, scriptOf, scriptPosition } from '../../../lib/kubernetes/text/shell';

const words = (script: string) => parseScript(script).commands.map((command) => command.words.join(' '));

test.each([
  ['sleep 5 && nginx -s quit', ['sleep 5', 'nginx -s quit']],
  ['cd /app; exec node server.js', ['cd /app', 'exec node server.js']],
  ['a | b || c & d', ['a', 'b', 'c', 'd']],
  ['echo \'a; b\' "c && d"', ['echo a; b c && d']],
  ['sleep 5 # then; stop', ['sleep 5']],
  ['A=1 B=2 run --x', ['run --x']],
  ['run > /dev/null 2>&1; next', ['run', 'next']],
  ['echo $(date; whoami) done', ['echo $(date; whoami) done']],
  ['one\n\n  two \\\n  more', ['one', 'two more']],
  ['', []],
])('%j is taken apart', (script, expected) => {
  expect(words(script)).toEqual(expected);
});

test.each(['while true; do sleep 1; done', 'if a; then b; fi', '(a; b)', 'f() { a; }', 'until a; do b; done'])(
  '%j is compound',
  (script) => {
    expect(parseScript(script).isCompound).toBe(true);
  },
);

test('a word that only looks like a keyword is none', () => {
  expect(parseScript('echo done if').isCompound).toBe(false);
  expect(parseScript('"if" a').isCompound).toBe(false);
});

test('an unfinished quote ends nothing', () => {
  expect(words("echo 'a; b")).toHaveLength(1);
});

test.each([
  [['sh', '-c', 'x'], 2],
  [['/bin/bash', '-ec', 'x'], 2],
  [['bash', '-e', '-o', 'pipefail', '-c', 'x'], 5],
  [['bash', '-c', '--', 'x'], 3],
  [['busybox', 'sh', '-c', 'x'], 3],
  [['sh', '/start.sh'], undefined],
  [['node', '-c', 'x'], undefined],
  [['sh', '-c'], undefined],
])('the script of %j stands at %s', (command, expected) => {
  expect(scriptPosition(command)).toBe(expected);
});

test('a command that is no shell is the one command it runs', () => {
  expect(scriptOf(['busybox', 'sleep', '5'])?.commands[0]?.words).toEqual(['sleep', '5']);
  expect(scriptOf(['sh', '/start.sh'])).toBeUndefined();
  expect(scriptOf([])).toBeUndefined();
  expect(isShell(['/usr/bin/zsh'])).toBe(true);
});

test('what a command calls is read without path and without exec', () => {
  const called = (script: string) => parseScript(script).commands.map(calledBy);
  expect(called('exec /bin/sleep 5')).toEqual([['sleep', '5']]);
  expect(called('exec')).toEqual([['exec']]);
});

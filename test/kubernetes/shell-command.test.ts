import { containerOf } from '../../lib/kubernetes/container';
import { scriptOf, shellKeepsSignal, simpleCommands, sleepSecondsOf } from '../../lib/kubernetes/shell-command';

const exec = (...command: string[]) => ({ type: 'exec' as const, command });

test.each([
  [exec('sleep', '10'), 10],
  [exec('/bin/sleep', '15'), 15],
  [exec('/bin/sh', '-c', 'sleep 10'), 10],
  [exec('/bin/bash', '-euxc', 'sleep 1m'), 60],
  [exec('sh', '-c', 'sleep 5 && nginx -s quit'), 5],
  [exec('sh', '-c', 'echo bye; sleep 5; sleep 3'), 8],
  [exec('sh', '-c', '# wait for the routers\nsleep 20\n'), 20],
  [exec('sh', '-c', "exec sleep '7'"), 7],
  [exec('sleep', '1', '2'), 3],
  [exec('/usr/bin/env', 'sh', '-c', 'sleep 0.5'), 0.5],
  [{ type: 'sleep' as const, seconds: 12 }, 12],
])('a hook that sleeps is read: %j sleeps %d s', (handler, seconds) => {
  expect(sleepSecondsOf(handler)).toBe(seconds);
});

test.each([
  exec('nginx', '-s', 'quit'),
  exec('sh', '-c', 'sleep $DELAY'),
  exec('sh', '-c', 'while true; do sleep 1; done'),
  exec('sh', '-c', 'echo "sleep 10"'),
  exec('sleep'),
  { type: 'tcpSocket' as const, port: 80, host: undefined },
  undefined,
])('a hook whose length only running it can tell is not guessed: %j', (handler) => {
  expect(sleepSecondsOf(handler)).toBeUndefined();
});

test('a script is what follows -c', () => {
  expect(scriptOf(['/bin/sh', '-ec', 'a; b'])).toBe('a; b');
  expect(scriptOf(['node', '-c', 'a'])).toBeUndefined();
  expect(scriptOf(['sh', 'start.sh'])).toBeUndefined();
});

test('a script is taken apart into simple commands, quotes and redirections minded', () => {
  expect(simpleCommands(`a "b; c" 'd && e' && f 2>&1 | g`)).toEqual([['a', 'b; c', 'd && e'], ['f', '2>&1'], ['g']]);
  expect(simpleCommands('migrate up\n\nserve --port=80\n')).toEqual([
    ['migrate', 'up'],
    ['serve', '--port=80'],
  ]);
});

const container = (command: string[], args: string[] = []) =>
  containerOf({ name: 'web', command, args }, 'spec.containers[0]', 'containers');

test.each([
  [container(['sh', '-c'], ['migrate && serve']), true],
  [container(['sh', '-c'], ['migrate && exec serve']), false],
  [container(['sh', '-c', 'serve']), false],
  [container(['/bin/bash', '-c', 'if true; then a; fi\nserve']), true],
  [container(['/bin/bash', '-c', 'if true; then a; fi\nexec serve']), false],
  [container(['sh', '-c', 'trap stop TERM; serve & wait']), false],
  [container(['node', 'server.js']), false],
])('SIGTERM stops at a shell that stays (%#)', (given, expected) => {
  expect(shellKeepsSignal(given)).toBe(expected);
});

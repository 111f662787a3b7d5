import { stoppingShell } from '../../lib/workloads/stopping-shell';
import { containerWith } from './facts';

const PATH = 'spec.template.spec.containers[0]';
const shell = (command: string[], args: string[] = []) => stoppingShell(containerWith({ command, args }));

test('a shell that runs more than one command keeps SIGTERM to itself', () => {
  expect(shell(['sh', '-c', 'prepare && serve'])).toEqual({ commands: 2, path: `${PATH}.command[2]` });
  expect(shell(['/bin/sh', '-c'], ['a; b; serve'])).toEqual({ commands: 3, path: `${PATH}.args[0]` });
});

test.each([
  ['one command, which the shell becomes', ['sh', '-c', 'serve']],
  ['exec before the last', ['sh', '-c', 'prepare && exec serve']],
  ['a trap', ['sh', '-c', "trap 'kill 1' TERM; serve"]],
  ['no shell', ['/serve', 'prepare', '&&']],
  ['an empty script', ['sh', '-c', '']],
])('%s does not', (_, command) => {
  expect(shell(command)).toBeUndefined();
});

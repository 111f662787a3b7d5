import { parseScript, scriptPosition } from '../kubernetes/text/shell';
import type { Container } from '../kubernetes/views/container';

/** A shell that SIGTERM stops at: how many commands it runs, and the field path of its script. */
export interface StoppingShell {
  readonly commands: number;
  readonly path: string;
}

/** The script of a container's shell that keeps the signal to itself: more than one command, no `exec`, no `trap`. */
export function stoppingShell({ command, args, path }: Container): StoppingShell | undefined {
  const argv = [...command, ...args];
  const position = scriptPosition(argv);
  if (position === undefined) return undefined;
  const { commands } = parseScript(argv[position] ?? '');
  const last = commands[commands.length - 1];
  if (last === undefined || commands.length < 2 || last.words[0] === 'exec') return undefined;
  if (commands.some(({ words }) => words[0] === 'trap')) return undefined;
  const inArgs = position >= command.length;
  return {
    commands: commands.length,
    path: inArgs ? `${path}.args[${position - command.length}]` : `${path}.command[${position}]`,
  };
}

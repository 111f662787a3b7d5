import type { Command } from 'commander';
import type { Answer } from '../../frame/answer';
import type { CommandEntry } from '../../frame/command-entry';
import { oneOfWords } from '../../frame/option-values';
import { print } from './print';
import { SHELLS } from './shells';
import { completionOf } from './spec';

/** What runs `completion` for all commands of a program. */
export function runnerFor(program: Command, all: readonly CommandEntry[]) {
  const run = async ([name = '']: readonly string[]): Promise<Answer> => {
    const shell = oneOfWords('shell', name, SHELLS);
    return { result: [await print(await completionOf(program, all), shell)], notes: [], exitCode: 0 };
  };
  return { run };
}

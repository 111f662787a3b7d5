import type { Argument, Command, Option } from 'commander';
import { CATALOGUE } from '../../../check/catalogue';
import { DIAGNOSES } from '../../../diagnosis';
import { KubernetesVersion } from '../../../kubernetes/versions/kubernetes-version';
import { ROUTE_NAMES } from '../../../lifecycle/routes/table';
import { EVENTS } from '../../../rollout/plan';
import type { CommandEntry } from '../../frame/command-entry';
import { SHELLS } from './shells';

/** What may stand where a value is expected. */
export type Values =
  | { readonly kind: 'none' }
  | { readonly kind: 'any' }
  | { readonly kind: 'file' }
  | { readonly kind: 'folder' }
  /** `isList`: several, separated by commas. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly isList: boolean };

export interface OptionSpec {
  /** `-o` and `--output`. */
  readonly names: readonly string[];
  readonly says: string;
  readonly values: Values;
}

export interface CommandSpec {
  readonly name: string;
  readonly says: string;
  readonly options: readonly OptionSpec[];
  readonly argument: Values;
}

/** All that a shell can complete. */
export interface Completion {
  readonly commands: readonly CommandSpec[];
  /** Options that may stand before the command. */
  readonly options: readonly OptionSpec[];
}

/** Adds to a program the commands that it lacks, and reads off all of them what can be completed. */
export async function completionOf(program: Command, all: readonly CommandEntry[]): Promise<Completion> {
  const commandOf = (name: string) => program.commands.find((command) => command.name() === name);
  for (const { name, load } of all) if (commandOf(name) === undefined) (await load()).register(program, all);
  const names = all.map(({ name }) => name);
  return {
    options: optionsOf(program),
    commands: [
      ...all.flatMap(({ name, summary }) => {
        const command = commandOf(name);
        if (command === undefined) return [];
        const argument = argumentOf(command.registeredArguments[0], names);
        return [{ name, says: summary, options: optionsOf(command), argument }];
      }),
      { name: 'help', says: 'print the options of a command', options: [], argument: words(names) },
    ],
  };
}

function optionsOf(command: Command): readonly OptionSpec[] {
  const help = command.createHelp();
  const shown = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  const options = shown.filter((option, index) => shown.findIndex(({ long }) => long === option.long) === index);
  return options.map((option) => ({
    names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
    says: option.description,
    values: valuesOf(option),
  }));
}

function valuesOf({ flags, argChoices, required }: Option): Values {
  if (!required) return { kind: 'none' };
  if (argChoices !== undefined) return words(argChoices);
  return BY_PLACEHOLDER[/<([\w-]+)>/.exec(flags)?.[1] ?? ''] ?? { kind: 'any' };
}

function argumentOf(argument: Argument | undefined, commands: readonly string[]): Values {
  if (argument === undefined) return { kind: 'none' };
  return argument.name() === 'command' ? words(commands) : (BY_PLACEHOLDER[argument.name()] ?? { kind: 'any' });
}

const RULES = CATALOGUE.map(({ id }) => id);

/** What an option or argument takes, by the word that stands for it in the help. */
const BY_PLACEHOLDER: Readonly<Record<string, Values>> = {
  path: { kind: 'file' },
  paths: { kind: 'file' },
  file: { kind: 'file' },
  folder: { kind: 'folder' },
  ids: words(RULES, true),
  events: words(EVENTS, true),
  version: words(KubernetesVersion.all().map(String)),
  route: words(ROUTE_NAMES),
  name: { kind: 'any' },
  rule: words([...RULES, ...DIAGNOSES.map(({ id }) => id)]),
  shell: words(SHELLS),
};

function words(all: readonly string[], isList = false): Values {
  return { kind: 'words', words: all, isList };
}

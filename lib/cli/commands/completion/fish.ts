import type { CommandSpec, Completion, OptionSpec, Values } from './spec';

const HEAD = 'complete -c cdk8s-lifecycle';

/** A completion script for fish. */
export function fishScript({ commands, options }: Completion): string {
  return [
    '# Completion of cdk8s-lifecycle for fish: cdk8s-lifecycle completion fish | source',
    `${HEAD} -f`,
    ...options.map((option) => optionLine('__fish_use_subcommand', option)),
    ...commands.flatMap(linesOf),
    '',
  ].join('\n');
}

function linesOf({ name, says, options, argument }: CommandSpec): readonly string[] {
  const isMeant = `__fish_seen_subcommand_from ${name}`;
  return [
    `${HEAD} -n __fish_use_subcommand -a ${name} -d ${quoted(says)}`,
    ...options.map((option) => optionLine(quoted(isMeant), option)),
    ...(argument.kind === 'none' || argument.kind === 'any'
      ? []
      : [`${HEAD} -n ${quoted(isMeant)} ${taken(argument)}`]),
  ];
}

function optionLine(condition: string, { names, says, values }: OptionSpec): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const value = values.kind === 'none' ? '' : ` -r ${taken(values)}`;
  return `${HEAD} -n ${condition} ${flags.join(' ')}${value} -d ${quoted(says)}`;
}

function taken(values: Values): string {
  switch (values.kind) {
    case 'words':
      return values.isList
        ? `-f -a ${quoted(`(__fish_append , ${values.words.join(' ')})`)}`
        : `-f -a ${quoted(values.words.join(' '))}`;
    case 'file':
      return '-F';
    case 'folder':
      return `-f -a ${quoted('(__fish_complete_directories)')}`;
    default:
      return '-f';
  }
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

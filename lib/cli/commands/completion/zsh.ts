import type { CommandSpec, Completion, OptionSpec, Values } from './spec';

/** A completion script for zsh, to be put into a folder of `fpath` or sourced. */
export function zshScript({ commands, options }: Completion): string {
  const described = commands.map(({ name, says }) => `    ${quoted(`${escaped(name)}:${says}`)}`);
  return `#compdef cdk8s-lifecycle
# Completion of cdk8s-lifecycle for zsh: put it into a folder of fpath as _cdk8s-lifecycle.
_cdk8s_lifecycle() {
  local curcontext=$curcontext context state line
  local -a commands
  commands=(
${described.join('\n')}
  )
  _arguments -C \\
${options.map((option) => `    ${specOf(option)} \\\n`).join('')}    '1:command:->command' \\
    '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
${commands.map(caseOf).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _cdk8s-lifecycle ]]; then
  _cdk8s_lifecycle "$@"
else
  compdef _cdk8s_lifecycle cdk8s-lifecycle
fi
`;
}

function caseOf({ name, options, argument }: CommandSpec): string {
  const specs = options.map(specOf);
  if (argument.kind !== 'none') specs.push(quoted(`*:argument:${actionOf(argument)}`));
  return `        ${name})\n          _arguments ${specs.map((spec) => `\\\n            ${spec}`).join(' ')}\n          ;;`;
}

/** A long option takes its value as next word or behind an equals sign; a list may be given in parts. */
function specOf({ names, says, values }: OptionSpec): string {
  const takes = values.kind !== 'none';
  const written = names.map((name) => (takes && name.startsWith('--') ? `${name}=` : name));
  const repeats = values.kind === 'words' && values.isList ? "'*'" : '';
  const head = written.length === 1 ? `${repeats}${written[0]}` : `'(${names.join(' ')})'{${written.join(',')}}`;
  return `${head}${quoted(`[${escaped(says)}]${takes ? `:value:${actionOf(values)}` : ''}`)}`;
}

function actionOf(values: Values): string {
  switch (values.kind) {
    case 'words':
      return values.isList
        ? `_values -s , value ${values.words.map(escaped).join(' ')}`
        : `(${values.words.map(escaped).join(' ')})`;
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    default:
      return ' ';
  }
}

/** What ends a description or a part of a specification. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

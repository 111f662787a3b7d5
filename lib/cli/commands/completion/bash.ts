import type { Completion, OptionSpec, Values } from './spec';

/**
 * A completion script for bash 3.2 and newer, without the package bash-completion. Where it offers nothing, bash itself
 * completes files.
 */
export function bashScript({ commands, options }: Completion): string {
  const cases = commands.flatMap(({ name, options: own, argument }) => [
    ...own.flatMap((option) => valueCase(name, option)),
    ...argumentCase(name, argument),
  ]);
  const optionCases = commands.map(
    ({ name, options: own }) => `      ${name}) words='${namesOf(own.length === 0 ? options : own)}' ;;`,
  );
  return `# Completion of cdk8s-lifecycle for bash: source <(cdk8s-lifecycle completion bash)
_cdk8s_lifecycle() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' before='' words='' list='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      -* | = | :) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  # Bash takes --option=value and Init:Error for three words each.
  case $cur in
    =) cur='' ;;
    :) before=$prev:; cur=$before; prev='' ;;
    *)
      case $prev in
        =) prev=\${COMP_WORDS[COMP_CWORD-2]} ;;
        :) before=\${COMP_WORDS[COMP_CWORD-2]}:; cur=$before$cur; prev='' ;;
      esac
      ;;
  esac
  if [[ -z $command ]]; then
    if [[ $cur == -* ]]; then words='${namesOf(options)}'; else words='${commands.map(({ name }) => name).join(' ')}'; fi
  elif [[ $cur == -* ]]; then
    case $command in
${optionCases.join('\n')}
    esac
  else
    case "$command $prev" in
${cases.join('\n')}
    esac
  fi
  if [[ -n $list && $cur == *,* ]]; then
    COMPREPLY=($(compgen -P "\${cur%,*}," -W "$words" -- "\${cur##*,}"))
  elif [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
  if [[ -n $before ]]; then COMPREPLY=("\${COMPREPLY[@]#"$before"}"); fi
}
complete -o bashdefault -o default -F _cdk8s_lifecycle cdk8s-lifecycle
`;
}

/** An option that takes any value, or a file, has a case of its own as well, so that the arguments are not offered. */
function valueCase(command: string, { names, values }: OptionSpec): readonly string[] {
  if (values.kind === 'none') return [];
  const patterns = names.map((name) => `'${command} ${name}'`).join(' | ');
  return [`      ${patterns}) ${assigned(values)} ;;`];
}

function argumentCase(command: string, argument: Values): readonly string[] {
  return argument.kind === 'words' ? [`      '${command} '*) ${assigned(argument)} ;;`] : [];
}

function assigned(values: Values): string {
  if (values.kind !== 'words') return ':';
  return `words='${values.words.join(' ')}'${values.isList ? ' list=1' : ''}`;
}

function namesOf(options: readonly OptionSpec[]): string {
  return options.flatMap(({ names }) => names).join(' ');
}

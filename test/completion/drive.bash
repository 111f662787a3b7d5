# Prints what the completion function in $1 offers for the line $2, with files where it offers nothing.
source "$1"
line=$2
# Readline splits words at COMP_WORDBREAKS too: of them, the ones that matter here are = and :.
words=${line//=/ = }
words=${words//:/ : }
read -ra COMP_WORDS <<<"$words"
[[ $line == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_cdk8s_lifecycle
if ((${#COMPREPLY[@]} > 0)); then
  printf '%s\n' "${COMPREPLY[@]}"
else
  compgen -f -- "${COMP_WORDS[COMP_CWORD]}"
fi

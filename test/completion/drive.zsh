# Prints what zsh offers for the line $2, by the script $1: a second zsh runs in a pseudo terminal, in which compadd
# tells its matches instead of adding them.
zmodload zsh/zpty
cat >.zshrc <<RC
PROMPT='<<ready>>'
unsetopt beep
autoload -Uz compinit; compinit -D -u
source ${(q)1}
RC
cat >>.zshrc <<'RC'
bindkey '^I' complete-word
zstyle ':completion:*' insert-tab false
finish() { print -r -- '<<finish>>' }
comppostfuncs=(finish)
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a hits before hidden
  builtin compadd -A hits "$@"
  zparseopts -E P:=before p:=hidden
  local hit
  for hit in $hits; do print -r -- "hit:$IPREFIX${before[2]}${hidden[2]}$hit"; done
}
RC
zpty child "ZDOTDIR=${(q)PWD} TERM=dumb zsh -d -i"
zpty -r -m child output '*<<ready>>*'
zpty -w -n child "$2"$'\t'
zpty -r -m child output '*<<finish>>*'
print -r -- "$output" | tr -d '\r' | sed -n 's/^.*hit://p'

# Runs the tiers of a script, each under a limit, and all of them under TOTAL.
TALLY=$(mktemp)
export TALLY
failures=()
running=''

trap 'rm -f "$TALLY"' EXIT
# `timeout` gives a tier a process group of its own, so that a limit ends all of it: a signal to the script is handed on.
trap 'kill -TERM $running 2>/dev/null; wait $running; exit 143' INT TERM

# NAME LIMIT COMMAND...
tier() {
  local name=$1 limit=$2 began=$SECONDS before left seconds why code=0
  shift 2
  before=$(sum 3)
  left=$(($(seconds "$TOTAL") - SECONDS))
  seconds=$(seconds "$limit")
  why="did not end within $limit"
  ((seconds > left)) && seconds=$left why="did not end before the $TOTAL of all tiers were over"
  echo "== $name: begins, and may take $limit"
  if ((seconds > 0)); then
    timeout --kill-after=30 "$seconds" "$@" &
    running=$!
    wait "$running" || code=$?
    running=''
  else
    code=124
  fi
  if ((code == 0)); then
    echo "== $name: passed in $((SECONDS - began)) s"
    return
  fi
  # 137: it was killed, as its end at the first signal did not come.
  ((code == 124 || code == 137)) || why="ended with exit code $code"
  failures+=("$name $why")
  echo "== $name: FAILED after $((SECONDS - began)) s: it $why"
  # What fails beside a test, such as the compiler, counts as one failed test.
  (($(sum 3) > before)) || echo '0 passed, 1 failed' >>"$TALLY"
  return 1
}

# As tier, for what all others need.
needed() {
  tier "$@" || finish
}

# One plain line at the end; the exit code says the same.
finish() {
  local line skipped
  skipped=$(sum 5)
  line="$(sum 1) passed, $(sum 3) failed"
  ((skipped > 0)) && line+=", $skipped skipped"
  ((${#failures[@]} > 0)) && line+=": $(printf '%s; ' "${failures[@]}" | sed 's/; $//')"
  echo "$line"
  ((${#failures[@]} == 0))
  exit
}

# The sum of one column of the tally.
sum() {
  awk -v column="$1" '{ sum += $column } END { print sum + 0 }' "$TALLY"
}

seconds() {
  [[ $1 == *m ]] && echo $((${1%m} * 60)) || echo "${1%s}"
}

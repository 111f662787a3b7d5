#!/bin/sh
# Runs a command for as long as standard input stays open: when the process that holds its other end stops, however it
# stops, so does the command.
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
{
  cat <&3 >/dev/null
  kill -TERM "$command"
  sleep 5
  kill -KILL "$command"
} 2>/dev/null &
guard=$!
exec 3<&-
wait "$command"
code=$?
kill "$guard" 2>/dev/null
exit "$code"

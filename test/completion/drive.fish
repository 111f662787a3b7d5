# Prints what fish offers for the line in the second argument, by the script in the first.
source $argv[1]
complete -C $argv[2]

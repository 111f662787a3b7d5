const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  11: 'SIGSEGV',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  31: 'SIGSYS',
};

const MEANINGS: Readonly<Record<number, string>> = {
  0: 'it finished',
  1: 'an error of the program',
  2: 'wrong arguments, or an error of the program',
  126: 'the command was found but could not be run',
  127: 'the command was not found',
  128: 'the runtime could not start it',
  255: 'an error of the program, or the runtime lost track of it',
};

/** The signal that an exit code above 128 stands for: 137 is SIGKILL. */
export function signalOf(exitCode: number): string | undefined {
  return exitCode > 128 ? SIGNALS[exitCode - 128] : undefined;
}

/** An exit code with its meaning: `exit code 143 (SIGTERM)`, `exit code 127 (the command was not found)`. */
export function showExit(exitCode: number | undefined): string {
  if (exitCode === undefined) return 'an unknown exit code';
  const meaning = signalOf(exitCode) ?? MEANINGS[exitCode];
  return meaning === undefined ? `exit code ${exitCode}` : `exit code ${exitCode} (${meaning})`;
}

/** Tells whether an exit code can be that of a container that the kubelet stopped: by its own end, SIGTERM or SIGKILL. */
export function canBeAKill(exitCode: number | undefined): boolean {
  return exitCode === 0 || exitCode === 137 || exitCode === 143;
}

/** What a command throws when it could not do its work at all: the message goes to stderr and the exit code is 2. */
export class CouldNotRun extends Error {
  public override readonly name = 'CouldNotRun';
}

/**
 * Does what throws for wrong input.
 *
 * @throws CouldNotRun in place of any other error, with its message, or with what `say` makes of the message
 */
export function orCouldNotRun<T>(work: () => T, say: (reason: string) => string = (reason) => reason): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CouldNotRun ? error : new CouldNotRun(say(reasonOf(error)));
  }
}

/** The message of whatever was thrown; errors of another realm are errors too. */
export function reasonOf(error: unknown): string {
  const { message } = Object(error) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(error);
}

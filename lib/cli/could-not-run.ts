/** What a command throws when it could not do its work at all: the message goes to stderr and the exit code is 2. */
export class CouldNotRun extends Error {
  public override readonly name = 'CouldNotRun';
}

/** What goes on while nobody awaits it. The first failure is kept, and thrown at the next check. */
export class Background {
  private failure: { readonly error: unknown } | undefined;

  public start(action: Promise<unknown>): void {
    action.catch((error: unknown) => {
      this.failure ??= { error };
    });
  }

  /** @throws what the first action that failed did */
  public check(): void {
    if (this.failure !== undefined) throw this.failure.error;
  }
}

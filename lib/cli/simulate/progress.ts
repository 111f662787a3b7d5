/** How long work may take before its progress is told. */
const PATIENCE_MS = 500;
const BAR = 24;

/** A progress bar on a terminal's stderr, shown only when the work takes long; nothing elsewhere. */
export class Progress {
  private readonly began = Date.now();
  private shown = 0;

  public constructor(
    private readonly total: number,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** Tells how much is done, and with what. */
  public tell(done: number, what: string): void {
    const now = Date.now();
    if (this.stream.isTTY !== true || now - this.began < PATIENCE_MS || now - this.shown < 80) return;
    this.shown = now;
    const filled = Math.round((done / this.total) * BAR);
    this.stream.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${what}`);
  }

  public end(): void {
    if (this.shown > 0) this.stream.write('\r\x1b[K');
  }
}

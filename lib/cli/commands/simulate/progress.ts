import { count, grouped } from '../../../kubernetes/text/count';

/** How long work may take before its progress is told: on a terminal, and in a log. */
const PATIENCE_MS = { terminal: 500, log: 1000 };
/** Between two tellings. */
const INTERVAL_MS = { terminal: 80, log: 10_000 };
const BAR = 24;

/**
 * Tells on stderr how far work is that takes long: a bar that is redrawn on a terminal, elsewhere a line every ten
 * seconds, so that a log shows that something happens.
 */
export class Progress {
  private readonly began: number;
  private shown = Number.NEGATIVE_INFINITY;

  public constructor(
    private readonly total: number,
    private readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
    private readonly now: () => number = Date.now,
  ) {
    this.began = now();
  }

  /** Tells how much is done, and with what. */
  public tell(done: number, what: string): void {
    const now = this.now();
    const place = this.stream.isTTY === true ? 'terminal' : 'log';
    if (now - this.began < PATIENCE_MS[place] || now - this.shown < INTERVAL_MS[place]) return;
    if (place === 'log' && done < 1) return;
    this.shown = now;
    const filled = Math.round((done / this.total) * BAR);
    if (place === 'terminal') this.stream.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${what}`);
    else this.stream.write(`${grouped(Math.floor(done))} of ${count(this.total, 'simulation')} done\n`);
  }

  public end(): void {
    if (this.stream.isTTY === true && this.shown > this.began) this.stream.write('\r\x1b[K');
  }
}

/** Status events of one workload are kept this far apart, so that what a controller makes of each can be told apart. */
const APART_MS = 2000;
/** And an event waits until the controllers have done nothing for so long: they may be slow on a busy machine. */
const QUIET_MS = 1400;

interface ScriptEvent {
  readonly due: number;
  readonly act: () => Promise<void>;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The status events of one workload, each when it is due and the controllers are done with the one before. */
export class EventQueue {
  private readonly events: ScriptEvent[] = [];
  private isRunning = false;
  private last = 0;
  /** When each event happened. */
  public readonly moments: number[] = [];

  public constructor(private readonly lastChange: () => number) {}

  public get isIdle(): boolean {
    return !this.isRunning;
  }

  public add(due: number, act: () => Promise<void>): void {
    this.events.push({ due, act });
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (let next = this.next(); next !== undefined; next = this.next()) {
      const now = Date.now();
      const free = Math.max(next.due, this.last + APART_MS, this.lastChange() + QUIET_MS);
      if (now < free) {
        await wait(Math.min(100, free - now));
        continue;
      }
      this.events.splice(this.events.indexOf(next), 1);
      this.last = now;
      this.moments.push(now);
      await next.act();
    }
    this.isRunning = false;
  }

  private next(): ScriptEvent | undefined {
    return this.events.reduce<ScriptEvent | undefined>(
      (first, each) => (first && first.due <= each.due ? first : each),
      undefined,
    );
  }
}

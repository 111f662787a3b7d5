import { setTimeout as wait } from 'node:timers/promises';

/** Status events of one workload are kept this far apart, so that what a controller makes of each can be told apart. */
const APART_MS = 2000;
/** And an event waits until the controllers have done nothing for so long: they may be slow on a busy machine. */
const QUIET_MS = 1400;

interface ScriptEvent {
  readonly due: number;
  readonly act: () => Promise<void>;
}

/** The status events of one workload, each when it is due and the controllers are done with the one before. */
export class EventQueue {
  private readonly events: ScriptEvent[] = [];
  private isRunning = false;
  private last = 0;
  /** Moments at which the controllers will act by themselves, such as when a pod has been ready for long enough. */
  private readonly expected: number[] = [];
  /** When each event happened. */
  public readonly moments: number[] = [];

  public constructor(private readonly lastChange: () => number) {}

  public get isIdle(): boolean {
    return !this.isRunning;
  }

  /** Plans an event. The promise is that of all events until none is left, and of one alone that is running already. */
  public async add(due: number, act: () => Promise<void>): Promise<void> {
    this.events.push({ due, act });
    if (!this.isRunning) await this.run();
  }

  /** Keeps events away from a moment at which the controllers act by themselves: which came first would be chance. */
  public expect(moment: number): void {
    this.expected.push(moment);
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      for (let next = this.next(); next !== undefined; next = this.next()) {
        const now = Date.now();
        const free = this.freeAt(Math.max(next.due, this.last + APART_MS, this.lastChange() + QUIET_MS));
        if (now < free) {
          await wait(Math.min(100, free - now));
          continue;
        }
        this.events.splice(this.events.indexOf(next), 1);
        this.last = now;
        this.moments.push(now);
        await next.act();
      }
    } finally {
      this.isRunning = false;
    }
  }

  private freeAt(wanted: number): number {
    const near = this.expected.find((moment) => Math.abs(Math.max(wanted, Date.now()) - moment) < QUIET_MS);
    return near === undefined ? wanted : near + QUIET_MS;
  }

  private next(): ScriptEvent | undefined {
    return this.events.reduce<ScriptEvent | undefined>(
      (first, each) => (first && first.due <= each.due ? first : each),
      undefined,
    );
  }
}

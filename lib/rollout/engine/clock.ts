/** Moments and lengths of the simulated clock: whole milliseconds since the event began. */
export type Millis = number;

/** Turns seconds into the clock's unit, rounded to the millisecond. */
export function millis(seconds: number): Millis {
  return Math.round(seconds * 1000);
}

type Action = () => void;

/** A queue of what is to happen: a binary heap by moment, then by the order in which it was planned. */
export class Clock {
  public now: Millis = 0;
  private readonly times: number[] = [];
  private readonly orders: number[] = [];
  private readonly actions: Action[] = [];
  private planned = 0;

  /** Plans an action; a moment that has passed means now. */
  public at(time: Millis, action: Action): void {
    this.push(Math.max(time, this.now), this.planned++, action);
  }

  public after(delay: Millis, action: Action): void {
    this.at(this.now + delay, action);
  }

  /** Runs until nothing is planned up to the horizon. */
  public run(horizon: Millis): void {
    while (this.times.length > 0 && (this.times[0] as number) <= horizon) {
      this.now = this.times[0] as number;
      this.pop()();
    }
  }

  private push(time: number, order: number, action: Action): void {
    let at = this.times.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.precedes(time, order, parent)) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, time, order, action);
  }

  private pop(): Action {
    const first = this.actions[0] as Action;
    const time = this.times.pop() as number;
    const order = this.orders.pop() as number;
    const action = this.actions.pop() as Action;
    if (this.times.length > 0) this.sink(time, order, action);
    return first;
  }

  private sink(time: number, order: number, action: Action): void {
    const length = this.times.length;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      const right = child + 1;
      if (right < length && this.precedes(this.times[right] as number, this.orders[right] as number, child))
        child = right;
      if (this.precedes(time, order, child)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, time, order, action);
  }

  private precedes(time: number, order: number, other: number): boolean {
    const otherTime = this.times[other] as number;
    return time < otherTime || (time === otherTime && order < (this.orders[other] as number));
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from] as number, this.orders[from] as number, this.actions[from] as Action);
  }

  private put(at: number, time: number, order: number, action: Action): void {
    this.times[at] = time;
    this.orders[at] = order;
    this.actions[at] = action;
  }
}

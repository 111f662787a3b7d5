import type { RouterEvent } from './routers';

type Place = 'ready' | 'terminating';

/** What one router knows at one moment: the pods it sends to, and which of them do not answer. */
export class View {
  private readonly place: Array<Place | 'cold' | undefined>;
  private readonly answers: boolean[];
  private readonly members: Readonly<Record<Place, Set<number>>> = { ready: new Set(), terminating: new Set() };
  private readonly deaf: Readonly<Record<Place, Set<number>>> = { ready: new Set(), terminating: new Set() };

  public constructor(
    pods: number,
    private readonly fallsBack: boolean,
  ) {
    this.place = new Array(pods);
    this.answers = new Array(pods).fill(false);
  }

  /** Pods that requests are sent to: the ready ones, or where there are none those that stop. */
  public get targets(): ReadonlySet<number> {
    return this.members[this.used];
  }

  /** Those of the targets that refuse every connection. */
  public get refusing(): ReadonlySet<number> {
    return this.deaf[this.used];
  }

  public isAccepting(pod: number): boolean {
    return this.place[pod] === this.used && this.answers[pod] === true;
  }

  public isRefusing(pod: number): boolean {
    return this.place[pod] === this.used && this.answers[pod] === false;
  }

  /** Tells whether ready pods are used, or the fallback. */
  public get used(): Place {
    return this.fallsBack && this.members.ready.size === 0 ? 'terminating' : 'ready';
  }

  public apply({ pod, kind }: RouterEvent): void {
    switch (kind) {
      case 'open':
      case 'close':
        this.answers[pod] = kind === 'open';
        break;
      case 'register':
        this.leave(pod);
        this.place[pod] = 'cold';
        return;
      case 'warm':
        if (this.place[pod] === 'cold') this.enter(pod, 'ready');
        return;
      case 'terminate':
        this.leave(pod);
        this.enter(pod, 'terminating');
        return;
      case 'remove':
        this.leave(pod);
        return;
    }
    const place = this.place[pod];
    if (place === 'ready' || place === 'terminating') this.note(pod, place);
  }

  private enter(pod: number, place: Place): void {
    this.place[pod] = place;
    this.members[place].add(pod);
    this.note(pod, place);
  }

  private leave(pod: number): void {
    const place = this.place[pod];
    this.place[pod] = undefined;
    if (place !== 'ready' && place !== 'terminating') return;
    this.members[place].delete(pod);
    this.deaf[place].delete(pod);
  }

  private note(pod: number, place: Place): void {
    if (this.answers[pod]) this.deaf[place].delete(pod);
    else this.deaf[place].add(pod);
  }
}

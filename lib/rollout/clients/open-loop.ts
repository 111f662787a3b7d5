import type { Millis } from '../engine/clock';
import type { Trace } from '../engine/trace';
import type { Plan } from '../plan';
import { expectedRest } from '../spread';
import type { Loss } from './losses';
import type { RouterEvent } from './routers';
import { View } from './view';

/** The last moment at which a pod took requests from a router, and how many a second then. */
interface Acceptance {
  readonly at: Millis;
  readonly rate: number;
}

/**
 * Works out what clients lose that send at a steady rate through one router, whatever answers come back (open loop):
 * not request by request, but by stretches in which nothing changes, so that the cost does not grow with the load.
 */
export class OpenLoop {
  private readonly losses: Loss[] = [];
  private readonly view: View;
  private readonly rate: number;
  private readonly capacity: number;
  private readonly lastAccepted = new Map<number, Acceptance>();
  /** Requests that each target got so far, were it there all the time. */
  private share = 0;
  private readonly refusedSince = new Map<number, { readonly at: Millis; readonly share: number }>();

  public constructor(
    private readonly trace: Trace,
    private readonly plan: Plan,
    private readonly until: Millis,
  ) {
    this.view = new View(trace.pods.length, plan.route.fallsBackToTerminating);
    this.rate = plan.load.requestsPerSecond / plan.route.routers / 1000;
    this.capacity = plan.load.capacityPerPod / plan.route.routers / 1000;
  }

  /** Every stretch of loss, for the events of one router. */
  public run(events: readonly RouterEvent[]): readonly Loss[] {
    let now = 0;
    for (const event of events) {
      if (event.at >= this.until) break;
      if (event.at > now) {
        this.pass(now, event.at);
        now = event.at;
      }
      this.apply(event, now);
    }
    this.pass(now, this.until);
    for (const pod of this.refusedSince.keys()) this.endRefusal(pod, this.until);
    this.cut();
    return this.losses;
  }

  private pass(from: Millis, to: Millis): void {
    const length = to - from;
    const size = this.view.targets.size;
    if (size === 0) {
      this.add('no-endpoint', from, to, this.rate * length);
      return;
    }
    this.share += (this.rate / size) * length;
    const excess = this.rate / size - this.capacity;
    const answering = size - this.view.refusing.size;
    // A billionth is no request: it is what is left of 0.6 - 0.2 - 0.4 in floating point.
    if (excess > 1e-9 * this.rate && answering > 0) this.add('overloaded', from, to, excess * answering * length);
  }

  private add(cause: 'no-endpoint' | 'overloaded', from: Millis, to: Millis, expected: number): void {
    const last = this.losses.at(-1);
    if (last?.cause === cause && last.to === from)
      this.losses[this.losses.length - 1] = { ...last, to, expected: last.expected + expected };
    else this.losses.push({ cause, from, to, expected, pod: undefined });
  }

  private apply(event: RouterEvent, now: Millis): void {
    const { view } = this;
    const size = view.targets.size;
    const isPause = event.kind === 'close' && this.trace.pods[event.pod]?.closesAt !== now;
    // The fallback's targets change all at once, when the first pod is ready again; else only this pod's state does.
    const used = view.used;
    const affected = used === 'terminating' ? [...view.targets] : [event.pod];
    const accepted = affected.filter((pod) => view.isAccepting(pod));
    view.apply(event);
    for (const pod of accepted) if (!view.isAccepting(pod)) this.stopped(pod, now, size, isPause);
    if (used !== view.used) for (const pod of new Set([...affected, ...view.refusing])) this.noteRefusal(pod, now);
    this.noteRefusal(event.pod, now);
  }

  private stopped(pod: number, at: Millis, targets: number, isPause: boolean): void {
    const rate = this.rate / Math.max(1, targets);
    if (!isPause) {
      this.lastAccepted.set(pod, { at, rate });
      return;
    }
    const expected = rate * 1000 * expectedRest(this.plan.load.request, 0);
    this.losses.push({ cause: 'cut', from: at, to: at, expected, pod });
  }

  private noteRefusal(pod: number, now: Millis): void {
    const since = this.refusedSince.has(pod);
    const refuses = this.view.isRefusing(pod);
    if (refuses && !since) this.refusedSince.set(pod, { at: now, share: this.share });
    else if (!refuses && since) this.endRefusal(pod, now);
  }

  private endRefusal(pod: number, now: Millis): void {
    const since = this.refusedSince.get(pod);
    this.refusedSince.delete(pod);
    if (since === undefined || since.at === now) return;
    this.losses.push({ cause: 'refused', from: since.at, to: now, expected: this.share - since.share, pod });
  }

  /** Requests that were accepted and still ran when their pod was cut off. */
  private cut(): void {
    const { request, connections } = this.plan.load;
    for (const [pod, { at, rate }] of this.lastAccepted) {
      const { cutsAt, closesAt } = this.trace.pods[pod] ?? {};
      if (cutsAt === undefined || closesAt === undefined) continue;
      // A connection that is kept open carries requests until the process closes it.
      const last = connections === 'keep-alive' ? closesAt : at;
      const expected = rate * 1000 * expectedRest(request, (cutsAt - last) / 1000);
      if (expected > 0) this.losses.push({ cause: 'cut', from: cutsAt, to: cutsAt, expected, pod });
    }
  }
}

import type { Millis } from '../engine/clock';
import type { Trace } from '../engine/trace';
import type { Plan } from '../plan';
import { valueInSpread } from '../spread';
import type { Cause, LostRequests } from './losses';
import type { RouterEvent } from './routers';
import { View } from './view';

/** What clients got that each wait for an answer before they send again. */
export interface ClosedLoopResult {
  readonly requests: number;
  readonly lost: readonly LostRequests[];
}

interface Client {
  at: Millis;
  readonly router: number;
}

/** Sends every request of clients that wait for each answer (closed loop): one refusal frees a client for the next. */
export function closedLoop(
  trace: Trace,
  plan: Plan,
  routers: ReadonlyArray<readonly RouterEvent[]>,
  until: Millis,
  chance: () => number,
): ClosedLoopResult {
  const views = routers.map(() => new View(trace.pods.length, plan.route.fallsBackToTerminating));
  const next = routers.map(() => 0);
  const think = plan.load.thinkSeconds * 1000;
  const clients: Client[] = Array.from({ length: plan.load.clients }, (_, index) => ({
    at: chance() * 1000,
    router: index % routers.length,
  }));
  const lost: LostRequests[] = [];
  let requests = 0;
  for (let client = earliest(clients); client !== undefined && client.at < until; client = earliest(clients)) {
    const { at, router } = client;
    const view = views[router] as View;
    const events = routers[router] as readonly RouterEvent[];
    let position = next[router] as number;
    for (; position < events.length && (events[position] as RouterEvent).at <= at; position++)
      view.apply(events[position] as RouterEvent);
    next[router] = position;
    requests++;
    const sent = send(trace, plan, view, at, chance);
    if (sent.cause !== undefined)
      lost.push({ at: Math.round(sent.endsAt), cause: sent.cause, pod: sent.pod, count: 1 });
    client.at = Math.max(sent.endsAt, at + 1) + think;
  }
  return { requests, lost };
}

function earliest(clients: readonly Client[]): Client | undefined {
  let first: Client | undefined;
  for (const client of clients) if (first === undefined || client.at < first.at) first = client;
  return first;
}

interface Sent {
  readonly endsAt: Millis;
  readonly pod: number | undefined;
  readonly cause: Cause | undefined;
}

function send(trace: Trace, plan: Plan, view: View, at: Millis, chance: () => number): Sent {
  const targets = [...view.targets];
  const pod = targets[Math.floor(chance() * targets.length)];
  if (pod === undefined) return { endsAt: at, pod, cause: 'no-endpoint' };
  if (!view.isAccepting(pod)) return { endsAt: at, pod, cause: 'refused' };
  const endsAt = at + valueInSpread(plan.load.request, chance()) * 1000;
  const cutsAt = trace.pods[pod]?.cutsAt ?? Number.POSITIVE_INFINITY;
  const pause = trace.pauses.find((each) => each.pod.id === pod && each.from > at && each.from < endsAt);
  const cut = Math.min(cutsAt, pause?.from ?? Number.POSITIVE_INFINITY);
  return cut < endsAt ? { endsAt: cut, pod, cause: 'cut' } : { endsAt, pod, cause: undefined };
}

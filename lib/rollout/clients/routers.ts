import type { Millis } from '../engine/clock';
import type { Nature } from '../engine/nature';
import type { EndpointChange, Trace } from '../engine/trace';
import type { RoutePlan } from '../plan';

/** What happens to a pod in the eyes of one router. `open` and `close` are its listener's, seen by all at once. */
export type RouterEventKind = 'open' | 'close' | 'register' | 'warm' | 'terminate' | 'remove';

export interface RouterEvent {
  readonly at: Millis;
  readonly pod: number;
  readonly kind: RouterEventKind;
}

/**
 * Works out when one router learns of each change of the endpoints: in the order in which they were made, each at most
 * the withdrawal lag late. Where registration may take longer than that, a balancer checks the pod itself: it takes the pod
 * in in order, and sends the first request only when its registration lag has passed (`warm`).
 */
export function eventsOfRouter(trace: Trace, route: RoutePlan, nature: Nature): readonly RouterEvent[] {
  const events: RouterEvent[] = [];
  const { withdrawal, registration } = route;
  const checks = registration.max > withdrawal.max;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, pod, kind } of route.unreadySender === undefined ? trace.changes : addresses(trace)) {
    if (at === Number.NEGATIVE_INFINITY) {
      events.push({ at, pod: pod.id, kind: 'register' }, { at, pod: pod.id, kind: 'warm' });
    } else if (kind === 'add') {
      const lag = nature.draw('registration', registration, at);
      last = Math.max(last, at + (checks ? Math.min(lag, nature.draw('withdrawal', withdrawal, at)) : lag));
      events.push({ at: last, pod: pod.id, kind: 'register' });
      events.push({ at: Math.max(last, at + lag), pod: pod.id, kind: 'warm' });
    } else {
      last = Math.max(last, at + nature.draw('withdrawal', withdrawal, at));
      events.push({ at: last, pod: pod.id, kind });
    }
  }
  return sorted([...events, ...listening(trace)]);
}

/** The endpoints of a Service that publishes every pod: from its first address, which is there before it runs, to its end. */
function addresses(trace: Trace): readonly EndpointChange[] {
  const changes = trace.pods.flatMap((pod): EndpointChange[] => {
    if (pod.scheduledAt === undefined) return [];
    const from = pod.version === 'before' && pod.scheduledAt === 0 ? Number.NEGATIVE_INFINITY : pod.scheduledAt;
    const added: EndpointChange = { at: from, pod, kind: 'add' };
    return pod.goneAt === undefined ? [added] : [added, { at: pod.goneAt, pod, kind: 'remove' }];
  });
  return changes.sort((one, other) => (one.at === other.at ? 0 : one.at - other.at));
}

/** When each pod's process answers and when it does not. */
export function listening(trace: Trace): readonly RouterEvent[] {
  const events: RouterEvent[] = [];
  for (const { id, listensAt, closesAt, runsAt } of trace.pods) {
    if (listensAt === undefined || runsAt === undefined) continue;
    if (closesAt !== undefined && closesAt <= listensAt) continue;
    events.push({ at: listensAt <= 0 ? Number.NEGATIVE_INFINITY : listensAt, pod: id, kind: 'open' });
    if (closesAt !== undefined) events.push({ at: closesAt, pod: id, kind: 'close' });
  }
  for (const { pod, from, until } of trace.pauses) {
    events.push({ at: from, pod: pod.id, kind: 'close' });
    const ends = pod.closesAt ?? Number.POSITIVE_INFINITY;
    if (until < ends) events.push({ at: until, pod: pod.id, kind: 'open' });
  }
  return events;
}

function sorted(events: RouterEvent[]): readonly RouterEvent[] {
  // Array.prototype.sort is stable: what happens at one moment keeps its order.
  return events.sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
}

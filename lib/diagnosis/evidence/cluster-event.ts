import { integerOf, type JsonObject, objectOf, stringOf } from '../../kubernetes/views/json';
import { timeOf } from './time';

/** An Event, of either API group, reduced to what a diagnosis needs. */
export interface ClusterEvent {
  readonly reason: string;
  readonly message: string;
  readonly isWarning: boolean;
  readonly count: number;
  /** Milliseconds since 1970 of the last occurrence; 0 where unknown. */
  readonly time: number;
  /** The container it is about, where it is about one. */
  readonly container: string | undefined;
  readonly about: { readonly uid: string | undefined; readonly key: string };
}

/** Reads an Event of `v1` or `events.k8s.io`. */
export function clusterEventOf(manifest: JsonObject): ClusterEvent {
  const about = objectOf(manifest.involvedObject ?? manifest.regarding);
  const series = objectOf(manifest.series);
  const times = [
    series.lastObservedTime,
    manifest.lastTimestamp,
    manifest.deprecatedLastTimestamp,
    manifest.eventTime,
    manifest.firstTimestamp,
    objectOf(manifest.metadata).creationTimestamp,
  ].map(timeOf);
  return {
    reason: stringOf(manifest.reason) ?? '',
    message: stringOf(manifest.message) ?? stringOf(manifest.note) ?? '',
    isWarning: manifest.type === 'Warning',
    count: integerOf(series.count) ?? integerOf(manifest.count) ?? integerOf(manifest.deprecatedCount) ?? 1,
    time: times.find((time) => time !== undefined) ?? 0,
    container: /\{(.+)\}$/.exec(stringOf(about.fieldPath) ?? '')?.[1],
    about: {
      uid: stringOf(about.uid) || undefined,
      key: eventKey(stringOf(about.kind), stringOf(about.namespace), stringOf(about.name)),
    },
  };
}

/** One key for an object that events are about. */
export function eventKey(
  kind: string | null | undefined,
  namespace: string | null | undefined,
  name: string | null | undefined,
): string {
  return `${kind ?? ''}|${namespace ?? ''}|${name ?? ''}`;
}

/** An event as one line of proof. */
export function showEvent({ reason, message, count }: ClusterEvent): string {
  return `event ${reason}${count > 1 ? ` (${count} times)` : ''}: ${message}`;
}

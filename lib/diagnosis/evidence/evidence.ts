import { append } from '../../kubernetes/views/groups';
import { type JsonObject, objectOf, objectsOf, stringOf } from '../../kubernetes/views/json';
import { groupOf, type Manifest, type ObjectRef, refOf } from '../../kubernetes/views/manifest';
import { type ClusterEvent, clusterEventOf, eventKey } from './cluster-event';
import { type ObservedObject, observedObjectOf } from './observed-object';
import { podViewOf } from './pod-view';

/** What is asked of an event: its reason, what its message matches, and the container it is about. */
export interface EventQuery {
  readonly reason?: string | readonly string[];
  readonly message?: RegExp;
  readonly container?: string;
}

/** What events can be about: a subject, or a pod. */
export interface EventTarget {
  readonly ref: ObjectRef;
  readonly uid: string | undefined;
  readonly created: number | undefined;
}

/**
 * Everything a diagnosis may look at: the objects, their events (by uid, else by name), their owners, the metrics and
 * the clock that was handed in. Each look-up takes constant time.
 */
export class Evidence {
  public static of(manifests: readonly Manifest[], now: number | undefined): Evidence {
    return new Evidence(manifests, now);
  }

  public readonly subjects: readonly ObservedObject[];
  /** How many Events the input holds. */
  public readonly eventCount: number;
  private readonly byUid = new Map<string, ObservedObject>();
  private readonly byName = new Map<string, ObservedObject>();
  private readonly ownedBy = new Map<ObservedObject, ObservedObject[]>();
  private readonly eventsByUid = new Map<string, ClusterEvent[]>();
  private readonly eventsByName = new Map<string, ClusterEvent[]>();
  private readonly gathered = new Map<ObjectRef, readonly ClusterEvent[]>();
  private readonly metrics = new Map<string, JsonObject>();

  private constructor(
    manifests: readonly Manifest[],
    public readonly now: number | undefined,
  ) {
    const subjects: ObservedObject[] = [];
    let eventCount = 0;
    for (const manifest of manifests) {
      const ref = refOf(manifest);
      if (ref.kind === 'Event') {
        eventCount += 1;
        this.addEvent(clusterEventOf(manifest));
      } else if (ref.kind === 'PodMetrics') this.metrics.set(eventKey('Pod', ref.namespace, ref.name), manifest);
      else subjects.push(this.addSubject(manifest, ref));
    }
    this.subjects = subjects;
    this.eventCount = eventCount;
    for (const subject of subjects) {
      const owner = this.ownerOf(subject);
      if (owner !== undefined) append(this.ownedBy, owner, subject);
    }
  }

  /** How long ago something was, in milliseconds; undefined where either time is unknown. */
  public since(time: number | undefined): number | undefined {
    return this.now === undefined || time === undefined ? undefined : this.now - time;
  }

  /** The object of a kind and name, if the input holds it. */
  public find(kind: string, namespace: string | null, name: string | undefined): ObservedObject | undefined {
    return this.byName.get(eventKey(kind, namespace, name));
  }

  /** The object that controls this one, if the input holds it. */
  public ownerOf(subject: ObservedObject): ObservedObject | undefined {
    const reference = controllerOf(subject.manifest);
    if (reference === undefined) return undefined;
    const byUid = this.byUid.get(stringOf(reference.uid) ?? '');
    const found = byUid ?? this.find(stringOf(reference.kind) ?? '', subject.ref.namespace, stringOf(reference.name));
    return found === subject ? undefined : found;
  }

  /** The objects that this one controls. */
  public ownedOf(subject: ObservedObject): readonly ObservedObject[] {
    return this.ownedBy.get(subject) ?? [];
  }

  /** All events about an object, newest first. */
  public eventsOf(subject: EventTarget): readonly ClusterEvent[] {
    // Many diagnoses ask about each object: the answer is kept.
    let events = this.gathered.get(subject.ref);
    if (events === undefined) {
      events = this.eventCount === 0 ? [] : this.gather(subject);
      this.gathered.set(subject.ref, events);
    }
    return events;
  }

  private gather(subject: EventTarget): readonly ClusterEvent[] {
    const byUid = subject.uid === undefined ? [] : (this.eventsByUid.get(subject.uid) ?? []);
    const byName = this.eventsByName.get(eventKey(subject.ref.kind, subject.ref.namespace, subject.ref.name)) ?? [];
    // An event of another uid is about an earlier object of the same name. Only a static pod's events bear another uid
    // than its API object: so where none fits by uid, those count that are younger than the object.
    const named = byName.filter(
      ({ about, time }) =>
        about.uid === undefined ||
        subject.uid === undefined ||
        (byUid.length === 0 && time >= (subject.created ?? Number.NEGATIVE_INFINITY)),
    );
    return [...byUid, ...named].sort((a, b) => b.time - a.time);
  }

  /** The newest event about an object that answers a query. */
  public event(subject: EventTarget, { reason, message, container }: EventQuery): ClusterEvent | undefined {
    return this.eventsOf(subject).find(
      (event) =>
        (reason === undefined ||
          (typeof reason === 'string' ? event.reason === reason : reason.includes(event.reason))) &&
        (message === undefined || message.test(event.message)) &&
        (container === undefined || event.container === undefined || event.container === container),
    );
  }

  /** What PodMetrics say a container uses, as quantities. */
  public usageOf(pod: ObjectRef, container: string): JsonObject | undefined {
    const metrics = this.metrics.get(eventKey('Pod', pod.namespace, pod.name));
    const item = objectsOf(metrics?.containers).find((each) => each.item.name === container)?.item;
    return item === undefined ? undefined : objectOf(item.usage);
  }

  private addSubject(manifest: Manifest, ref: ObjectRef): ObservedObject {
    const isPod = ref.kind === 'Pod' && groupOf(ref.apiVersion) === '';
    const subject = observedObjectOf(manifest, ref, isPod ? podViewOf(manifest, ref) : undefined);
    if (subject.uid !== undefined) this.byUid.set(subject.uid, subject);
    this.byName.set(eventKey(ref.kind, ref.namespace, ref.name), subject);
    return subject;
  }

  private addEvent(event: ClusterEvent): void {
    if (event.about.uid !== undefined) append(this.eventsByUid, event.about.uid, event);
    append(this.eventsByName, event.about.key, event);
  }
}

/** The owner reference of an object's controller, or its only owner. */
export function controllerOf(manifest: Manifest): JsonObject | undefined {
  const owners = objectsOf(objectOf(manifest.metadata).ownerReferences).map(({ item }) => item);
  return owners.find((owner) => owner.controller === true) ?? owners[0];
}

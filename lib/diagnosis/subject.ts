import { integerOf, type JsonObject, objectOf, objectsOf, stringOf, stringsOf } from '../kubernetes/json';
import type { Manifest, ObjectRef } from '../kubernetes/manifest';
import type { PodView } from './pod-view';
import { timeOf } from './time';

/** A condition of an object's status. */
export interface Condition {
  readonly type: string;
  /** `True`, `False` or `Unknown`, as written. */
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** Milliseconds since 1970 of the last change, or of the last update where that is later. */
  readonly since: number | undefined;
}

/** One object of the evidence that can be diagnosed. */
export interface Subject {
  readonly manifest: Manifest;
  readonly ref: ObjectRef;
  readonly uid: string | undefined;
  readonly spec: JsonObject;
  readonly status: JsonObject;
  readonly conditions: readonly Condition[];
  readonly created: number | undefined;
  /** When a deletion is due: the request plus the grace period. */
  readonly deletionDue: number | undefined;
  readonly finalizers: readonly string[];
  /** The spec is newer than what its controller has seen. */
  readonly isStale: boolean;
  readonly pod: PodView | undefined;
}

/** Reads an object of the evidence; whatever is missing or of another type reads as absent. */
export function subjectOf(manifest: Manifest, ref: ObjectRef, pod: PodView | undefined): Subject {
  const metadata = objectOf(manifest.metadata);
  const status = objectOf(manifest.status);
  const generation = integerOf(metadata.generation);
  return {
    manifest,
    ref,
    uid: stringOf(metadata.uid),
    spec: objectOf(manifest.spec),
    status,
    conditions: conditionsOf(status),
    created: timeOf(metadata.creationTimestamp),
    deletionDue: timeOf(metadata.deletionTimestamp),
    finalizers: stringsOf(metadata.finalizers),
    isStale: generation !== undefined && (integerOf(status.observedGeneration) ?? 0) < generation,
    pod,
  };
}

/** Reads the conditions of a status. */
export function conditionsOf(status: JsonObject): readonly Condition[] {
  return objectsOf(status.conditions).map(({ item }) => ({
    type: stringOf(item.type) ?? '',
    status: String(item.status ?? ''),
    reason: stringOf(item.reason) ?? '',
    message: stringOf(item.message) ?? '',
    since: timeOf(item.lastUpdateTime) ?? timeOf(item.lastTransitionTime),
  }));
}

/** The condition of a type, where its status is one of those given. */
export function conditionIn(
  conditions: readonly Condition[],
  type: string,
  ...statuses: readonly string[]
): Condition | undefined {
  return conditions.find((each) => each.type === type && (statuses.length === 0 || statuses.includes(each.status)));
}

/** A condition as one line of proof. */
export function showCondition({ type, status, reason, message }: Condition): string {
  return `${type}=${status}${reason === '' ? '' : ` ${reason}`}${message === '' ? '' : `: ${message}`}`;
}

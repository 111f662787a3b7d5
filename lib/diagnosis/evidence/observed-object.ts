import { integerOf, type JsonObject, objectOf, stringOf, stringsOf } from '../../kubernetes/views/json';
import type { Manifest, ObjectRef } from '../../kubernetes/views/manifest';
import { conditionsOf, type StatusCondition } from './condition';
import type { PodView } from './pod-view';
import { timeOf } from './time';

/** One object of the evidence that can be diagnosed. */
export interface ObservedObject {
  readonly manifest: Manifest;
  readonly ref: ObjectRef;
  readonly uid: string | undefined;
  readonly spec: JsonObject;
  readonly status: JsonObject;
  readonly conditions: readonly StatusCondition[];
  readonly created: number | undefined;
  /** When a deletion is due: the request plus the grace period. */
  readonly deletionDue: number | undefined;
  readonly finalizers: readonly string[];
  /** The spec is newer than what its controller has seen. */
  readonly isStale: boolean;
  readonly pod: PodView | undefined;
}

/** Reads an object of the evidence; whatever is missing or of another type reads as absent. */
export function observedObjectOf(manifest: Manifest, ref: ObjectRef, pod: PodView | undefined): ObservedObject {
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

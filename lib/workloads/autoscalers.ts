import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { objectOf, stringOf } from '../kubernetes/views/json';
import { groupOf } from '../kubernetes/views/manifest';

/** Kinds whose objects a set holds in full, if it holds any. Others may be made by an operator. */
const SCALABLE: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'DeploymentConfig',
]);

/** What an autoscaler scales. */
export interface ScaleTarget {
  readonly kind: string;
  readonly name: string;
  /** The objects of that kind and name in its namespace. */
  readonly objects: readonly SetObject[];
  /** Whether the kind is one that people write down, so that a missing one is a mistake. */
  readonly isWritten: boolean;
}

/** A HorizontalPodAutoscaler. */
export function isHpa({ ref }: SetObject): boolean {
  return ref.kind === 'HorizontalPodAutoscaler' && groupOf(ref.apiVersion) === 'autoscaling';
}

/** A HorizontalPodAutoscaler, or a KEDA ScaledObject. */
export function isAutoscaler(object: SetObject): boolean {
  return isHpa(object) || (object.ref.kind === 'ScaledObject' && groupOf(object.ref.apiVersion) === 'keda.sh');
}

/** Reads what an autoscaler scales; undefined where it names nothing. */
export function scaleTargetOf(set: ManifestSet, autoscaler: SetObject): ScaleTarget | undefined {
  const target = objectOf(objectOf(autoscaler.manifest.spec).scaleTargetRef);
  const name = stringOf(target.name);
  if (name === undefined) return undefined;
  const kind = stringOf(target.kind) ?? 'Deployment';
  return { kind, name, objects: set.named(kind, autoscaler.namespace, name), isWritten: SCALABLE.has(kind) };
}

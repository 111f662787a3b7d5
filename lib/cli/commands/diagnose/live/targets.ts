import { unknownWord } from '../../../../kubernetes/text/unknown-word';
import { objectOf, objectsOf, stringOf } from '../../../../kubernetes/views/json';
import { labelsOf, type Manifest, refOf } from '../../../../kubernetes/views/manifest';
import { CouldNotRun } from '../../../frame/could-not-run';

/** A workload as the command line names it. */
export interface Target {
  readonly kind: string;
  readonly name: string;
}

/** What kubectl calls each kind. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  Pod: ['po', 'pod', 'pods'],
  Deployment: ['deploy', 'deployment', 'deployments'],
  ReplicaSet: ['rs', 'replicaset', 'replicasets'],
  StatefulSet: ['sts', 'statefulset', 'statefulsets'],
  DaemonSet: ['ds', 'daemonset', 'daemonsets'],
  Job: ['job', 'jobs'],
  CronJob: ['cj', 'cronjob', 'cronjobs'],
  PersistentVolumeClaim: ['pvc', 'persistentvolumeclaim'],
  Service: ['svc', 'service'],
};
const KINDS = new Map(Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)));

/** Reads `deploy/cart`, with kubectl's short names. */
export function targetOf(word: string): Target {
  const [kindWord = '', name, ...rest] = word.split('/');
  if (name === undefined || name === '' || rest.length > 0)
    throw new CouldNotRun(`'${word}' names no workload; with --live write it like deploy/cart`);
  const kind = KINDS.get(kindWord.toLowerCase());
  if (kind === undefined) throw new CouldNotRun(unknownWord('kind', kindWord, [...KINDS.keys()]));
  return { kind, name };
}

function isTarget(manifest: Manifest, targets: readonly Target[]): boolean {
  const { kind, name } = refOf(manifest);
  return targets.some((target) => target.kind === kind && target.name === name);
}

const uidOf = (manifest: Manifest) => stringOf(objectOf(manifest.metadata).uid);
const ownerUids = (manifest: Manifest) =>
  objectsOf(objectOf(manifest.metadata).ownerReferences).map(({ item }) => item.uid);

/**
 * Keeps the workloads that were named, what they control, the claims that their pods mount, and what tells about any of
 * these (Events, PodMetrics, Nodes).
 *
 * @throws CouldNotRun if a workload that was named is not there
 */
export function narrow(objects: readonly Manifest[], targets: readonly Target[]): readonly Manifest[] {
  if (targets.length === 0) return objects;
  for (const { kind, name } of targets) {
    if (!objects.some((object) => isTarget(object, [{ kind, name }])))
      throw new CouldNotRun(`there is no ${kind} "${name}" in the namespace`);
  }
  const kept = new Set(objects.filter((object) => isTarget(object, targets)));
  for (let before = 0; before !== kept.size; ) {
    before = kept.size;
    const uids = new Set([...kept].map(uidOf));
    for (const object of objects)
      if (ownerUids(object).some((uid) => typeof uid === 'string' && uids.has(uid))) kept.add(object);
  }
  const claims = new Set([...kept].flatMap(claimsOf));
  return objects.filter((object) => {
    const { kind, name } = refOf(object);
    if (kind === 'PersistentVolumeClaim' && claims.has(name ?? '')) return true;
    return kept.has(object) || kind === 'Event' || kind === 'PodMetrics' || kind === 'Node';
  });
}

function claimsOf(manifest: Manifest): readonly string[] {
  return objectsOf(objectOf(manifest.spec).volumes).flatMap(
    ({ item }) => stringOf(objectOf(item.persistentVolumeClaim).claimName) ?? [],
  );
}

/** Leaves out the pods that a rollout replaces: of an older ReplicaSet or revision, or on their way out. */
export function ofNewestRevision(objects: readonly Manifest[]): readonly Manifest[] {
  const newest = newestReplicaSets(objects);
  const updateRevisions = new Map(
    objects
      .filter(({ kind }) => kind === 'StatefulSet')
      .map((object) => [uidOf(object), stringOf(objectOf(object.status).updateRevision)]),
  );
  const replaced = new Set(
    objects.filter((object) => object.kind === 'ReplicaSet' && !newest.has(uidOf(object))).map(uidOf),
  );
  return objects.filter((object) => {
    if (object.kind === 'ReplicaSet') return !replaced.has(uidOf(object));
    if (object.kind !== 'Pod') return true;
    if (objectOf(object.metadata).deletionTimestamp !== undefined) return false;
    const owners = ownerUids(object);
    if (owners.some((uid) => typeof uid === 'string' && replaced.has(uid))) return false;
    const revision = owners.map((uid) => updateRevisions.get(String(uid))).find((found) => found !== undefined);
    const own = labelsOf(object)['controller-revision-hash'];
    return revision === undefined || own === undefined || own === revision;
  });
}

/** Of each Deployment the ReplicaSet of the highest revision; ReplicaSets without owner all. */
function newestReplicaSets(objects: readonly Manifest[]): ReadonlySet<string | undefined> {
  const best = new Map<string, { readonly uid: string | undefined; readonly revision: number }>();
  for (const object of objects) {
    if (object.kind !== 'ReplicaSet') continue;
    const owner = String(ownerUids(object)[0] ?? uidOf(object));
    const annotations = objectOf(objectOf(object.metadata).annotations);
    const revision = Number(annotations['deployment.kubernetes.io/revision'] ?? 0);
    if (revision >= (best.get(owner)?.revision ?? -1)) best.set(owner, { uid: uidOf(object), revision });
  }
  return new Set([...best.values()].map(({ uid }) => uid));
}

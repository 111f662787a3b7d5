import { stringOf } from '../../kubernetes/views/json';
import { labelsOf, type ObjectRef } from '../../kubernetes/views/manifest';
import { controllerOf, type Evidence } from './evidence';
import type { ObservedObject } from './observed-object';

/** The objects above one in the evidence, from its controller up. */
export function ownersOf(subject: ObservedObject, evidence: Evidence): readonly ObservedObject[] {
  const owners: ObservedObject[] = [];
  let here = evidence.ownerOf(subject);
  while (here !== undefined && here !== subject && !owners.includes(here)) {
    owners.push(here);
    here = evidence.ownerOf(here);
  }
  return owners;
}

// What stands above an object outside the evidence is inferred from names: a Deployment's ReplicaSet ends in the
// hash that its pods bear as a label, a CronJob's Job in the minute of its schedule.
function guessed(subject: ObservedObject, owner: ObjectRef): ObjectRef {
  const hash = labelsOf(subject.manifest)['pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && hash !== undefined && owner.name?.endsWith(`-${hash}`)) {
    return { ...owner, kind: 'Deployment', name: owner.name.slice(0, -hash.length - 1) };
  }
  const schedule = owner.kind === 'Job' ? /^(.+)-\d{8,10}$/.exec(owner.name ?? '')?.[1] : undefined;
  return schedule === undefined ? owner : { ...owner, kind: 'CronJob', name: schedule };
}

/** The workload at the top: ReplicaSet and pod belong to their Deployment, Job and pod to their CronJob. */
export function topOwnerOf(subject: ObservedObject, evidence: Evidence): ObjectRef {
  const owners = ownersOf(subject, evidence);
  const top = owners.at(-1) ?? subject;
  const reference = controllerOf(top.manifest);
  if (reference === undefined || top.ref.kind === 'Deployment') return top.ref;
  const owner: ObjectRef = {
    apiVersion: stringOf(reference.apiVersion) ?? null,
    kind: stringOf(reference.kind) ?? null,
    namespace: top.ref.namespace,
    name: stringOf(reference.name) ?? null,
  };
  // A static pod's owner is its Node; an operator's own kinds are owners like any other.
  return owner.kind === 'Node' ? top.ref : guessed(subject, owner);
}

const TEMPLATE: Readonly<Record<string, string>> = {
  Deployment: 'spec.template.',
  ReplicaSet: 'spec.template.',
  ReplicationController: 'spec.template.',
  StatefulSet: 'spec.template.',
  DaemonSet: 'spec.template.',
  Job: 'spec.template.',
  CronJob: 'spec.jobTemplate.spec.template.',
};

/** The field of a pod in the terms of the workload that makes it; null where the owner's form is not known. */
export function fieldInOwner(field: string, object: ObjectRef, owner: ObjectRef): string | null {
  if (object.kind === owner.kind && object.name === owner.name) return field;
  if (object.kind === 'Pod') {
    const prefix = TEMPLATE[owner.kind ?? ''];
    return prefix === undefined || !field.startsWith('spec.') ? null : `${prefix}${field}`;
  }
  if (object.kind === 'Job' && owner.kind === 'CronJob') return `spec.jobTemplate.${field}`;
  return object.kind === 'ReplicaSet' && owner.kind === 'Deployment' ? field : null;
}

import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { isObject, type JsonObject, listOf, objectOf, stringOf, valueAt } from '../kubernetes/views/json';
import type { Manifest } from '../kubernetes/views/manifest';
import { drop, dropPlanOf } from './drop';
import type { AnyKind } from './kind';
import { KINDS } from './kinds';
import { differsInPods } from './pod/as-created';
import { DROPPED_FROM_POD } from './pod/dropped';
import { withoutGatedVolumes } from './pod/gated-volumes';
import type { Rejection } from './rejection';
import { Report } from './report';
import { notServed } from './served';
import { decode } from './structure/decode';
import type { PodSpec } from './structure/generated/types';
import { schemaOf } from './structure/schema';

export { type Rejection, type RejectionKind, WHOLE } from './rejection';

/** A kind that is covered, with the type of its objects. */
interface Covered {
  readonly kind: AnyKind;
  readonly type: string;
}

function coveredOf(manifest: Manifest, version: KubernetesVersion): Covered | undefined {
  const key = `${stringOf(manifest.apiVersion) ?? ''}/${stringOf(manifest.kind) ?? ''}`;
  const kind = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
  const type = schemaOf(version).typeOf(stringOf(manifest.apiVersion) ?? '', stringOf(manifest.kind) ?? '');
  return kind === undefined || type === undefined ? undefined : { kind, type };
}

/**
 * Tells whether {@link admit} knows the kind of an object. One that is not covered is neither accepted nor rejected: it
 * has to be reported as not checked. Only the kind counts, not the version.
 */
export function covers(manifest: Manifest): boolean {
  return Object.hasOwn(KINDS, `${stringOf(manifest.apiVersion) ?? ''}/${stringOf(manifest.kind) ?? ''}`);
}

/**
 * Tells for what reasons the API server of a version refuses to create an object, none where it accepts it: in a namespace
 * that exists, with fieldValidation=Strict, cluster policy aside. An apiVersion that is no longer served is one reason, of
 * any kind; for other kinds that are not covered (see {@link covers}) the answer is empty.
 */
export function admit(manifest: Manifest, version: KubernetesVersion): readonly Rejection[] {
  const report = new Report(version);
  const covered = coveredOf(manifest, version);
  if (covered === undefined) {
    rejectNotServed(manifest, report);
    return report.rejections;
  }
  const decoded = decodeOf(manifest, covered, report);
  if (decoded === undefined) return report.rejections;
  covered.kind.validate(prepare(decoded, covered, report), report);
  return report.rejections;
}

/**
 * Tells for what reasons the API server refuses the pods of a workload that it accepts itself, with the paths of the template:
 * labels get into the selectors of a Pod alone, and a Pod's image has no blanks around it. Empty where admit says something.
 */
export function admitPods(manifest: Manifest, version: KubernetesVersion): readonly Rejection[] {
  const at = coveredOf(manifest, version)?.kind.podSpec ?? 'spec';
  const template = valueAt(manifest, ...at.split('.').slice(0, -1));
  if (at === 'spec' || !isObject(template) || !isObject(template.spec) || !differsInPods(template.spec as PodSpec))
    return [];
  if (admit(manifest, version).length > 0) return [];
  const { labels, annotations } = objectOf(template.metadata);
  const metadata = { name: 'pod', ...(labels && { labels }), ...(annotations && { annotations }) };
  const spec = { serviceAccountName: 'default', ...template.spec };
  return admit({ apiVersion: 'v1', kind: 'Pod', metadata, spec }, version).map((rejection) => ({
    ...rejection,
    path: rejection.path.replace(/^spec\b/, at),
    message: rejection.message.replace(/^spec\b/, at),
  }));
}

/** Tells for what reasons the API server refuses to put an object in the place of the one that is there. */
export function admitUpdate(old: Manifest, manifest: Manifest, version: KubernetesVersion): readonly Rejection[] {
  const report = new Report(version);
  const covered = coveredOf(manifest, version);
  if (covered === undefined) {
    rejectNotServed(manifest, report);
    return report.rejections;
  }
  const live = decodeOf(old, covered, new Report(version));
  const decoded = decodeOf(manifest, covered, report);
  if (decoded === undefined) return report.rejections;
  const before = live && prepare(live, covered, new Report(version), live);
  const object = prepare(decoded, covered, report, live);
  covered.kind.validate(object, report, before);
  if (before !== undefined) covered.kind.validateUpdate?.(object, before, report);
  return report.rejections;
}

/** The paths of the fields that a version knows and drops in silence, since their feature is not on by default. */
export function droppedFields(manifest: Manifest, version: KubernetesVersion): readonly string[] {
  const covered = coveredOf(manifest, version);
  if (covered === undefined) return [];
  const paths: string[] = [];
  const report = new Report(version);
  const decoded = decodeOf(manifest, covered, report);
  if (decoded !== undefined) prepare(decoded, covered, report, undefined, (path) => paths.push(path));
  return paths;
}

function rejectNotServed(manifest: Manifest, report: Report): void {
  const [apiVersion, kind] = [stringOf(manifest.apiVersion), stringOf(manifest.kind)];
  if (apiVersion === undefined || kind === undefined) {
    const field = apiVersion === undefined ? 'apiVersion' : 'kind';
    report.required(field, 'every object has one');
    return;
  }
  const answer = notServed(apiVersion, kind, schemaOf(report.version));
  if (answer !== undefined) report.add('NotServed', 'apiVersion', answer.why, answer.fix);
}

/** Decodes an object. Answers undefined where a value has a wrong type: then nothing else can be said of it. */
function decodeOf(manifest: Manifest, { type }: Covered, report: Report): JsonObject | undefined {
  const decoded = decode(manifest, type, schemaOf(report.version), report);
  return report.rejections.some((rejection) => rejection.kind === 'WrongType') ? undefined : decoded;
}

/** Fills in the defaults of a decoded object and drops what the version drops, in this order, as the API server does. */
function prepare(
  decoded: JsonObject,
  { kind }: Covered,
  report: Report,
  old?: JsonObject,
  onDrop: (path: string) => void = () => undefined,
): JsonObject {
  const setsGeneration = old !== undefined || report.isAtLeast(kind.setsGenerationFrom ?? Number.POSITIVE_INFINITY);
  const object = kind.default(withOwnMetadata(decoded, setsGeneration), report, old);
  return dropDisabled(object, kind, report, onDrop);
}

/**
 * The API server writes the generation of many kinds itself, and of all in an update; it takes out the second of two equal
 * owners. Source: apiserver registry/rest BeforeCreate, BeforeUpdate.
 */
function withOwnMetadata(object: JsonObject, setsGeneration: boolean): JsonObject {
  const { metadata } = object;
  if (!isObject(metadata)) return object;
  const { generation, ownerReferences, ...rest } = metadata;
  const owners = listOf(ownerReferences);
  const texts = owners.map((owner) => JSON.stringify(owner));
  return {
    ...object,
    metadata: {
      ...rest,
      ...(generation !== undefined && !setsGeneration && { generation }),
      ...(owners.length > 0 && {
        ownerReferences: owners.filter((_, index) => texts.indexOf(texts[index] ?? '') === index),
      }),
    },
  };
}

function dropDisabled(object: JsonObject, kind: AnyKind, report: Report, onDrop: (path: string) => void): JsonObject {
  const { dropped = [], podSpec: at } = kind;
  const kept = dropped.length === 0 ? object : drop(object, dropPlanOf(dropped, report.version), '', onDrop);
  if (at === undefined) return kept;
  const keys = at.split('.');
  const podSpec = valueAt(kept, ...keys);
  if (!isObject(podSpec)) return kept;
  const spec = drop(withoutGatedVolumes(podSpec, at, report, onDrop), podPlanOf(report.version), at, onDrop);
  return spec === podSpec ? kept : placed(kept, keys, spec);
}

const podPlans = new Map<KubernetesVersion, ReturnType<typeof dropPlanOf>>();

/** What goes from every pod spec in a version; put together when the version is first asked for. */
function podPlanOf(version: KubernetesVersion): ReturnType<typeof dropPlanOf> {
  const plan = podPlans.get(version) ?? dropPlanOf(DROPPED_FROM_POD, version);
  podPlans.set(version, plan);
  return plan;
}

function placed(object: JsonObject, [key = '', ...rest]: readonly string[], value: JsonObject): JsonObject {
  const child = object[key];
  return { ...object, [key]: rest.length === 0 ? value : placed(isObject(child) ? child : {}, rest, value) };
}

import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Acknowledgement } from '../../check/acknowledgement';
import type { Finding } from '../../check/finding';
import type { ToldBefore } from '../../check/told-once';
import { pathBeside } from '../../kubernetes/text/field-path';
import { nearest } from '../../kubernetes/text/nearest';
import { describeRef, type Manifest } from '../../kubernetes/views/manifest';
import { workloadOf } from '../../kubernetes/views/workload';
import { ANNOTATION } from '../../lifecycle/annotations';
import type { Conflict } from '../../lifecycle/conflict';
import { Platform } from '../platform';
import { acknowledgementsOn, type ScopeAcknowledgement } from '../rules';
import { editFinalJson } from './final-json';
import { guardedOf } from './guarded';
import { mergeInto } from './merge';
import { printLocation } from './source-location';
import { forget } from './unchanged';
import { warningsOf } from './warnings';

/** What the rules say of an App as it is now. */
export interface Analysis {
  /** For each construct of this package, what makes its synthesis fail. */
  readonly errors: ReadonlyMap<IConstruct, readonly string[]>;
  readonly warnings: readonly string[];
}

interface Owned {
  readonly object: ApiObject;
  readonly manifest: Manifest;
  /** The nearest construct of this package above the object; undefined for objects of others. */
  readonly owner: IConstruct | undefined;
}

/** Reads all objects of an App, checks them as one set, and keeps what is said of those that this package made. */
export function analyse(root: IConstruct): Analysis {
  const owned = readAll(root);
  const errors = new Map<IConstruct, string[]>();
  const warnings: string[] = [];
  for (const construct of root.node.findAll()) {
    const guarded = guardedOf(construct);
    if (guarded === undefined) continue;
    errors.set(
      construct,
      guarded.conflicts().map((conflict) => `${messageOf(conflict)}${whereOf(construct)}`),
    );
  }
  for (const construct of errors.keys()) {
    for (const sentence of warningsOf(construct)) {
      warnings.push(`warning: [${construct.node.path}] ${sentence}${whereOf(construct)}`);
    }
  }
  // An object that cannot be serialized fails the synthesis with cdk8s' own error, and the rules would only see its gap.
  if (owned === undefined) return { errors, warnings };
  const given = root.node.findAll().flatMap((scope) => acknowledgementsOn(scope));
  const { findings, accepted, unused } = findingsOf(root, owned, given);
  writeAcknowledgements(owned, accepted);
  for (const finding of findings) {
    if (finding.acknowledged !== null) continue;
    const owner = owned[finding.index]?.owner;
    if (owner === undefined || finding.severity === 'info') continue;
    const text = describeFinding(finding, owner);
    if (finding.severity === 'error') errors.get(owner)?.push(text);
    else warnings.push(`warning: [${owner.node.path}] ${text}`);
  }
  for (const { scope, rule } of unused.filter(({ isImplied }) => !isImplied)) {
    warnings.push(`warning: [${scope.node.path}] ${uselessness(rule)}`);
  }
  return { errors, warnings };
}

/** Reads every object; undefined where one cannot be serialized. */
function readAll(root: IConstruct): Owned[] | undefined {
  const objects = root.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  for (const object of objects) ACCEPTED.delete(object);
  try {
    return objects.map((object) => {
      const owner = [...object.node.scopes].reverse().find((scope) => guardedOf(scope) !== undefined);
      return { object, manifest: object.toJson() as Manifest, owner };
    });
  } catch {
    return undefined;
  }
}

type Accepted = { readonly finding: Finding; readonly by: ScopeAcknowledgement };

/** One check for each target cluster that the App speaks of, each over the whole set. */
function findingsOf(root: IConstruct, owned: readonly Owned[], given: readonly ScopeAcknowledgement[]) {
  // Loaded at the first synthesis: a program that only imports a construct does not pay for the rules.
  const { check } = require('../../check/check') as typeof import('../../check/check');
  const platforms = new Map<
    string,
    { readonly platform: ReturnType<typeof Platform._peek>; readonly owners: Set<IConstruct> }
  >();
  const ownerOf = (index: number) => owned[index]?.owner ?? root;
  for (const owner of new Set(owned.map((_, index) => ownerOf(index)))) {
    const platform = Platform._peek(owner);
    const hosts = (platform.registries ?? []).map(({ host }) => host);
    const key = JSON.stringify([platform.kubernetesVersion.minor, hosts, platform.route?.toString()]);
    const entry = platforms.get(key) ?? { platform, owners: new Set<IConstruct>() };
    entry.owners.add(owner);
    platforms.set(key, entry);
  }
  const manifests = owned.map(({ manifest }) => manifest);
  const toldBefore = owned.flatMap(fieldsInConflict);
  const scopes = owned.map(({ object }) => object.node.scopes);
  const findings: Finding[] = [];
  const accepted: Accepted[] = [];
  const used = new Set<ScopeAcknowledgement>();
  for (const { platform, owners } of platforms.values()) {
    const scopeOf = new Map<Acknowledgement, ScopeAcknowledgement>(
      given.map((each) => {
        const covers = ({ index }: Finding) =>
          owners.has(ownerOf(index)) && scopes[index]?.includes(each.scope) === true;
        return [{ rule: each.rule, reason: each.reason, container: each.container, covers }, each];
      }),
    );
    const result = check(manifests, {
      version: platform.kubernetesVersion,
      privateRegistries: (platform.registries ?? []).map(({ host }) => host),
      route: platform.route,
      acknowledgements: [...scopeOf.keys()],
      toldBefore,
    });
    findings.push(...result.findings.filter(({ index }) => owners.has(ownerOf(index))));
    for (const [finding, acknowledgement] of result.acceptedBy) {
      const by = scopeOf.get(acknowledgement);
      if (by !== undefined) accepted.push({ finding, by });
    }
    for (const [acknowledgement, by] of scopeOf) if (!result.unused.includes(acknowledgement)) used.add(by);
  }
  return { findings, accepted, unused: given.filter((each) => !used.has(each)) };
}

/** The fields of an object whose values its construct has called impossible together. */
function fieldsInConflict({ object, manifest, owner }: Owned, index: number): ToldBefore[] {
  const guarded = owner && guardedOf(owner);
  const workload = workloadOf(manifest);
  if (guarded?.workload !== object || workload === undefined) return [];
  const spec = workload.job?.path ?? 'spec';
  return guarded.conflicts().flatMap((conflict) => {
    if (typeof conflict === 'string') return [];
    const pod = (conflict.pod ?? []).map((field) => `${workload.template.path}.${field}`);
    return [{ index, fields: [...pod, ...(conflict.workload ?? []).map((field) => `${spec}.${field}`)] }];
  });
}

function messageOf(conflict: string | Conflict): string {
  return typeof conflict === 'string' ? conflict : conflict.message;
}

/** Reasons to be written into an object's annotations, by rule. */
const ACCEPTED = new WeakMap<ApiObject, Map<string, string>>();
const WRITES = new WeakSet<ApiObject>();

function writeAcknowledgements(owned: readonly Owned[], accepted: readonly Accepted[]): void {
  for (const { finding, by } of accepted) {
    const object = owned[finding.index]?.object;
    if (object === undefined) continue;
    const reasons = ACCEPTED.get(object) ?? new Map<string, string>();
    const line = by.container === undefined ? by.reason : `[${by.container}] ${by.reason}`;
    const before = reasons.get(finding.rule);
    reasons.set(
      finding.rule,
      before === undefined || before.split('\n').includes(line) ? (before ?? line) : `${before}\n${line}`,
    );
    ACCEPTED.set(object, reasons);
    forget(object);
    if (WRITES.has(object)) continue;
    WRITES.add(object);
    editFinalJson(object, (json) => {
      const entries = [...(ACCEPTED.get(object) ?? [])].map(([rule, reason]) => [
        `${ANNOTATION.acknowledgePrefix}${rule}`,
        reason,
      ]);
      if (entries.length > 0) mergeInto(json, { metadata: { annotations: Object.fromEntries(entries) } });
    });
  }
}

function describeFinding(finding: Finding, owner: IConstruct): string {
  const { object, message, rule } = finding;
  const path = pathBeside(finding);
  const place = path === '' ? '' : ` (${path})`;
  const fix = finding.fix === '' ? '' : `; ${finding.fix}`;
  return `${describeRef(object)}: ${message}${place}${fix} [${rule}]${whereOf(owner)}`;
}

/** Why an acknowledgement that no finding needs does nothing. */
function uselessness(rule: string): string {
  const { CATALOGUE, findRule } = require('../../check/catalogue') as typeof import('../../check/catalogue');
  if (findRule(rule) !== undefined) {
    return `rule '${rule}' is acknowledged, but nothing below breaks it: leave the acknowledgement out`;
  }
  const ids = CATALOGUE.map(({ id }) => id);
  const meant = nearest(rule, ids);
  return `the acknowledgement names an unknown rule '${rule}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

function whereOf(construct: IConstruct): string {
  const location = guardedOf(construct)?.location;
  return location === undefined ? '' : ` at ${printLocation(location)}`;
}

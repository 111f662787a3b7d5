import { ManifestSet, type SetObject } from '../kubernetes/set/manifest-set';
import { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { objectOf } from '../kubernetes/views/json';
import { annotationsOf, type Manifest, type ObjectRef } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';
import type { Rule, RuleContext, Violation } from '../rules/rule';
import { acknowledge } from './acknowledge';
import { type Acknowledgement, annotatedAcknowledgements } from './acknowledgement';
import { acknowledgementIsValid, complaintsOf, hasReason } from './acknowledgement-is-valid';
import type { Finding } from './finding';
import { isChecked } from './is-checked';
import { Levels } from './levels';
import type { CheckOptions } from './options';
import { type Found, foundOf, toldOnce } from './told-once';

export interface CheckResult {
  /** In the order of the objects, and for each object of the rules' ids; acknowledged ones are among them. */
  readonly findings: readonly Finding[];
  /** Findings left out, since another one on the same object tells the fact already. */
  readonly covered: readonly Finding[];
  /** Objects that no rule knows: custom resources and the like. */
  readonly notChecked: readonly ObjectRef[];
  /** For each finding that is accepted, the acknowledgement that gave the reason. */
  readonly acceptedBy: ReadonlyMap<Finding, Acknowledgement>;
  /** Acknowledgements of the caller that are bound to no object and matched no finding. */
  readonly unused: readonly Acknowledgement[];
  /** How many objects each rule that ran has looked at. */
  readonly lookedAt: ReadonlyMap<string, number>;
}

/**
 * Checks a set of objects: all documents of stdin, all files under one folder, or one App. What an object holds,
 * however broken, never makes it throw.
 *
 * @throws if an extra rule has the id of another rule
 */
export function check(objects: readonly Manifest[], options: CheckOptions = {}): CheckResult {
  const set = ManifestSet.of(objects.map(objectOf), options.origins);
  const levels = Levels.of(options);
  const { found, lookedAt } = runRules(set, levels, options);
  const acknowledgements = [...set.objects.flatMap(annotatedAcknowledgements), ...(options.acknowledgements ?? [])];
  const { findings, covered, acceptedBy, unmatched } = acknowledgeAll(found, acknowledgements, set, levels, options);
  return {
    findings: [...findings].sort(byObjectAndRule),
    covered,
    acceptedBy,
    notChecked: set.objects.filter((object) => !isChecked(object)).map(({ ref }) => ref),
    unused: unmatched.filter(({ index }) => index === undefined),
    lookedAt,
  };
}

function runRules(set: ManifestSet, levels: Levels, options: CheckOptions) {
  const context: RuleContext = {
    set,
    version: options.version ?? KubernetesVersion.V1_30,
    privateRegistries: options.privateRegistries ?? [],
    route: options.route,
  };
  const found: Found[] = [];
  const lookedAt = new Map<string, number>();
  for (const rule of levels.rules) {
    let count = 0;
    for (const [index, object] of set.objects.entries()) {
      if (!levels.runs(rule.id, index) || !rule.looksAt(object, context)) continue;
      count += 1;
      for (const violation of rule.check(object, context)) {
        found.push(foundOf(findingOf(rule, object, index, violation, levels), violation, object.manifest));
      }
    }
    lookedAt.set(rule.id, count);
  }
  return { found, lookedAt };
}

/**
 * Applies acknowledgements, tells what is left once, and tells of acknowledgements that do nothing; the latter can be
 * acknowledged in their turn.
 */
function acknowledgeAll(
  found: readonly Found[],
  acknowledgements: readonly Acknowledgement[],
  set: ManifestSet,
  levels: Levels,
  { toldBefore }: CheckOptions,
) {
  const ofComplaints = acknowledgements.filter(({ rule }) => rule === acknowledgementIsValid.id);
  const ofRules = acknowledgements.filter(({ rule }) => rule !== acknowledgementIsValid.id);
  const complain = (about: readonly Acknowledgement[], unmatched: readonly Acknowledgement[]) =>
    complaintsOf(about, unmatched, levels)
      .filter(({ index }) => levels.runs(acknowledgementIsValid.id, index))
      .flatMap(({ index, violation }) => {
        const object = set.objects[index];
        return object === undefined ? [] : [findingOf(acknowledgementIsValid, object, index, violation, levels)];
      });
  const rules = acknowledge(
    found.map(({ finding }) => finding),
    ofRules.filter(hasReason),
  );
  const { told, covered } = toldOnce(
    found.map((each, position) => ({ ...each, finding: rules.findings[position] ?? each.finding })),
    toldBefore,
  );
  const complaints = acknowledge(complain(ofRules, rules.unmatched), ofComplaints.filter(hasReason));
  return {
    covered,
    findings: [...told, ...complaints.findings, ...complain(ofComplaints, complaints.unmatched)],
    acceptedBy: new Map([...rules.acceptedBy, ...complaints.acceptedBy]),
    unmatched: [...rules.unmatched, ...complaints.unmatched],
  };
}

function findingOf(rule: Rule, object: SetObject, index: number, violation: Violation, levels: Levels): Finding {
  const chosen = levels.chosen(rule.id, index);
  return {
    rule: rule.id,
    severity: chosen === undefined || chosen === 'off' ? (violation.severity ?? rule.severity) : chosen,
    message: violation.message,
    fix: violation.fix ?? rule.fix,
    see: rule.see,
    object: object.ref,
    index,
    path: violation.path,
    container: violation.container ?? null,
    construct: annotationsOf(object.manifest)[ANNOTATION.construct] ?? null,
    acknowledged: null,
  };
}

function byObjectAndRule(one: Finding, other: Finding): number {
  if (one.index !== other.index) return one.index - other.index;
  return one.rule === other.rule ? 0 : one.rule < other.rule ? -1 : 1;
}

import { ManifestSet, type SetObject } from '../kubernetes/set/manifest-set';
import { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { objectOf } from '../kubernetes/views/json';
import { annotationsOf, type Manifest, type ObjectRef } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';
import { RULES } from '../rules';
import { acknowledge } from './acknowledge';
import { type Acknowledgement, annotatedAcknowledgements } from './acknowledgement';
import { CATALOGUE } from './catalogue';
import type { CheckContext, Look, SeenViolation } from './checker';
import { CHECKERS } from './checkers';
import {
  ACKNOWLEDGEMENT_IS_VALID,
  acknowledgements as acknowledgementChecker,
} from './checkers/acknowledgement-is-valid';
import { UPDATE_IS_ADMITTED } from './checkers/update-is-admitted';
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
 * Checks a set of objects: all documents of stdin, all files under one folder, or one App. A set that is built already
 * has its own origins. What an object holds, however broken, never makes it throw.
 *
 * @throws if an extra rule has the id of another rule
 */
export function check(objects: readonly Manifest[] | ManifestSet, options: CheckOptions = {}): CheckResult {
  const set = objects instanceof ManifestSet ? objects : ManifestSet.of(objects.map(objectOf), options.origins);
  const run = new Run(set, options);
  const { found, lookedAt } = run.look();
  const acknowledgements = [...set.objects.flatMap(annotatedAcknowledgements), ...(options.acknowledgements ?? [])];
  const { findings, unmatched, ...rest } = run.acknowledge(found, acknowledgements);
  return {
    ...rest,
    findings: [...findings].sort(byObjectAndRule),
    notChecked: set.objects.filter((object) => !isChecked(object)).map(({ ref }) => ref),
    unused: unmatched.filter(({ index }) => index === undefined),
    lookedAt,
  };
}

/** One check of one set. */
class Run {
  private readonly levels: Levels;
  private readonly context: CheckContext;

  public constructor(
    public readonly set: ManifestSet,
    private readonly options: CheckOptions,
  ) {
    const { previous, duplicateKeys, extraRules = [], except = [], route } = options;
    const leftOut = previous === undefined ? [...except, UPDATE_IS_ADMITTED.id] : except;
    const levels = Levels.of(CATALOGUE, { ...options, except: leftOut });
    this.levels = levels;
    this.context = {
      set,
      version: options.version ?? KubernetesVersion.V1_30,
      privateRegistries: options.privateRegistries ?? [],
      route,
      rules: [...RULES, ...extraRules].filter(({ id }) => levels.running.has(id)),
      runs: (id, index) => levels.runs(id, index),
      previous,
      duplicateKeys,
    };
  }

  /** All that the checkers find, and how often each was looking. */
  public look() {
    const found: Found[] = [];
    const lookedAt = new Map([...this.levels.running].map((id) => [id, 0]));
    for (const checker of CHECKERS) {
      for (const look of checker(this.set, this.context)) {
        const { entry, violations } = look;
        lookedAt.set(entry.id, (lookedAt.get(entry.id) ?? 0) + 1);
        for (const violation of violations) {
          const object = this.set.objects[look.index];
          if (object === undefined) continue;
          found.push(foundOf(this.findingOf(look, object, violation), violation, object.manifest));
        }
      }
    }
    return { found, lookedAt };
  }

  /**
   * Applies acknowledgements, tells what is left once, and tells of acknowledgements that do nothing; the latter can be
   * acknowledged in their turn.
   */
  public acknowledge(found: readonly Found[], all: readonly Acknowledgement[]) {
    const { levels } = this;
    const isOfComplaints = ({ rule }: Acknowledgement) => levels.currentId(rule) === ACKNOWLEDGEMENT_IS_VALID.id;
    const ofComplaints = all.filter(isOfComplaints);
    const ofRules = all.filter((each) => !isOfComplaints(each));
    const complain = (about: readonly Acknowledgement[], unmatched: readonly Acknowledgement[]) =>
      [...acknowledgementChecker(about, unmatched, levels)(this.set, this.context)].flatMap((look) => {
        const object = this.set.objects[look.index];
        return object === undefined
          ? []
          : [...look.violations].map((violation) => this.findingOf(look, object, violation));
      });
    const first = acknowledge(
      found.map(({ finding }) => finding),
      ofRules,
      levels,
    );
    const { told, covered } = toldOnce(
      found.map((each, position) => ({ ...each, finding: first.findings[position] ?? each.finding })),
      this.options.toldBefore,
    );
    const complaints = acknowledge(complain(ofRules, first.unmatched), ofComplaints, levels);
    return {
      covered,
      findings: [...told, ...complaints.findings, ...complain(ofComplaints, complaints.unmatched)],
      acceptedBy: new Map([...first.acceptedBy, ...complaints.acceptedBy]),
      unmatched: [...first.unmatched, ...complaints.unmatched],
    };
  }

  private findingOf({ entry, index }: Look, { ref, manifest }: SetObject, violation: SeenViolation): Finding {
    const { message, path, severity = entry.severity, fix = entry.fix, container = null, location } = violation;
    const chosen = this.levels.chosen(entry.id, index);
    return {
      rule: entry.id,
      severity: chosen === undefined || chosen === 'off' ? severity : chosen,
      message,
      fix,
      see: entry.see,
      object: ref,
      index,
      path,
      container,
      construct: annotationsOf(manifest)[ANNOTATION.construct] ?? null,
      ...(location === undefined ? {} : { location }),
      acknowledged: null,
    };
  }
}

function byObjectAndRule(one: Finding, other: Finding): number {
  if (one.index !== other.index) return one.index - other.index;
  return one.rule === other.rule ? 0 : one.rule < other.rule ? -1 : 1;
}

import { parseFieldPath } from '../kubernetes/text/field-path';
import { valueAtPath } from '../kubernetes/views/json';
import type { Manifest } from '../kubernetes/views/manifest';
import { isAtLeast } from '../lifecycle/severity';
import type { Violation } from '../rules/rule';
import { ADMITTED } from './checkers/admitted';
import type { Finding } from './finding';

/** A finding with the fields that it is about. */
export interface Found {
  readonly finding: Finding;
  /** Where the finding stands, to be compared with {@link about}. */
  readonly at: string;
  /** The fields that it is about; empty where it is about what it points at as a whole. */
  readonly about: readonly string[];
  /** What follows from the cause that another rule tells; undefined where it is no consequence. */
  readonly consequence: string | undefined;
}

/** Fields of one object of which something has been said before the check: that their values are impossible together. */
export interface ToldBefore {
  /** Position of the object in the list that is checked. */
  readonly index: number;
  readonly fields: readonly string[];
}

/** What is told, and what another finding on the same object tells already. */
export interface ToldOnce {
  readonly told: readonly Finding[];
  readonly covered: readonly Finding[];
}

/** Puts a finding beside the fields that it is about: those it names, else the one it points at if that is a plain value. */
export function foundOf(finding: Finding, { about, consequence }: Violation, manifest: Manifest): Found {
  const value = valueAtPath(manifest, finding.path);
  const fields = about ?? (typeof value === 'object' && value !== null ? [] : [finding.path]);
  return { finding, at: keyOf(finding.path), about: fields.map(keyOf), consequence };
}

/**
 * Of findings about one fact leaves the one that says most: what was told before the check, then a rule with its fix, then
 * the API server's refusal; a finding that rests on values of which an error says that they cannot stand waits for it. A
 * finding that is accepted neither covers another nor is covered, and an error is covered by errors alone.
 */
export function toldOnce(all: readonly Found[], before: readonly ToldBefore[] = []): ToldOnce {
  const byObject = new Map<number, Found[]>();
  for (const each of all) {
    const { acknowledged, index } = each.finding;
    if (acknowledged !== null) continue;
    const open = byObject.get(index);
    if (open === undefined) byObject.set(index, [each]);
    else open.push(each);
  }
  const covered = new Set<Found>();
  const changed = new Map<Found, Finding>();
  for (const [index, open] of byObject) {
    const isLeft = (each: Found) => !covered.has(each);
    for (const { fields } of before.filter((each) => each.index === index)) {
      const keys = fields.map(keyOf);
      for (const each of open) if (isToldBefore(each, keys)) covered.add(each);
    }
    const errors = open
      .filter(isLeft)
      .filter(({ finding, consequence }) => isError(finding) && consequence === undefined);
    for (const each of open.filter(isLeft)) if (errors.some((error) => waitsFor(each, error))) covered.add(each);
    for (const each of open.filter(isLeft)) {
      const cause = causeOf(each, open.filter(isLeft));
      if (cause === undefined) continue;
      covered.add(each);
      changed.set(cause, withConsequence(changed.get(cause) ?? cause.finding, each));
    }
    const left = errors.filter(isLeft);
    for (const each of open.filter(isRefusal)) if (left.some((error) => tellsRefusal(error, each))) covered.add(each);
  }
  return {
    told: all.filter((each) => !covered.has(each)).map((each) => changed.get(each) ?? each.finding),
    covered: [...covered].map(({ finding }) => finding),
  };
}

function isRefusal({ finding }: Found): boolean {
  return finding.rule === ADMITTED.id;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function isToldBefore(found: Found, fields: readonly string[]): boolean {
  return isRefusal(found) ? fields.some((field) => isAtOrBelow(found.at, field)) : restsOn(found.about, fields);
}

/** Tells whether a finding rests on all that an error calls impossible; of one value, the graver is told. */
function waitsFor(found: Found, error: Found): boolean {
  // A refusal waits only where it compares fields, such as a request with its limit.
  if (isRefusal(found) ? found.about.length < 2 : found.finding.rule === error.finding.rule) return false;
  if (found.consequence !== undefined && !isRefusal(error)) return false;
  if (!restsOn(found.about, error.about)) return false;
  if (isRefusal(error) && isError(found.finding) && tellsRefusal(found, error)) return false;
  const isOfTheSame = restsOn(error.about, found.about);
  return !isOfTheSame || (isRefusal(error) ? !isRefusal(found) : !isError(found.finding));
}

/** The finding of another rule that is about a field of a consequence; the gravest. */
function causeOf({ consequence, about, finding }: Found, others: readonly Found[]): Found | undefined {
  if (consequence === undefined) return undefined;
  const causes = others.filter(
    (other) =>
      other.consequence === undefined &&
      !isRefusal(other) &&
      other.finding.rule !== finding.rule &&
      other.about.some((one) => about.some((another) => isAtOrBelow(one, another) || isAtOrBelow(another, one))),
  );
  return causes.reduce<Found | undefined>(
    (gravest, each) => (gravest && isAtLeast(gravest.finding.severity, each.finding.severity) ? gravest : each),
    undefined,
  );
}

function withConsequence(cause: Finding, { consequence, finding }: Found): Finding {
  const message = cause.message.includes(consequence ?? '') ? cause.message : `${cause.message}; ${consequence}`;
  const severity = isAtLeast(cause.severity, finding.severity) ? cause.severity : finding.severity;
  return { ...cause, message, severity };
}

/** Tells whether an error of a rule stands at the value, or what holds the value, that the API server refuses. */
function tellsRefusal({ finding, at, about }: Found, refusal: Found): boolean {
  return finding.rule !== ADMITTED.id && about.includes(at) && isAtOrBelow(refusal.at, at);
}

/** Tells whether each of some fields is, or lies in, one of the fields that a finding is about. */
function restsOn(about: readonly string[], fields: readonly string[]): boolean {
  return fields.length > 0 && fields.every((field) => about.some((each) => isAtOrBelow(field, each)));
}

function isAtOrBelow(field: string, holder: string): boolean {
  return holder !== '' && (field === holder || field.startsWith(`${holder}/`));
}

/** One spelling of a field path: `limits.memory` and `limits[memory]` are one field. */
function keyOf(path: string): string {
  return parseFieldPath(path).join('/');
}

import { annotationsOf, identityOf, type Manifest, type ObjectRef } from '../kubernetes/views/manifest';
import { ANNOTATION } from '../lifecycle/annotations';
import { SEVERITIES } from '../lifecycle/severity';
import type { Diagnosis } from './classes/diagnosis';
import { DIAGNOSES } from './diagnoses';
import { Evidence } from './evidence/evidence';
import { flatten } from './evidence/flatten';
import { fieldInOwner, ownersOf, topOwnerOf } from './evidence/owner';
import { byKind, type Diagnosed, examine } from './examine';
import { absorbSymptoms, type Group } from './symptoms';
import { type Command, shellLine } from './telling/command';
import { propOf } from './telling/construct-prop';
import { Redaction } from './telling/redaction';
import type { DiagnosisEntry, DiagnosisReport } from './telling/report';

/** What a diagnosis takes besides the objects. */
export interface DiagnoseOptions {
  /** The clock, as an RFC 3339 time: ages and overdue deletions are measured against it, and left out without it. */
  readonly now?: string;
  /** Where each construct stands, by construct path: the map that synth writes. */
  readonly constructs?: Readonly<Record<string, { readonly file: string; readonly line: number }>>;
  /** Words that every kubectl command gets, such as `--context prod`. */
  readonly kubectlOptions?: readonly string[];
  /**
   * What is looked for, in order of precedence.
   *
   * @default DIAGNOSES
   */
  readonly diagnoses?: readonly Diagnosis[];
}

/**
 * Finds what is wrong with objects of a cluster, from their status alone: pods, their owners, claims, Services, Events
 * and PodMetrics, as `kubectl get ... -o json` prints them (Lists of any depth). One entry a cause, most serious first.
 */
export function diagnose(objects: readonly Manifest[], options: DiagnoseOptions = {}): DiagnosisReport {
  const now = options.now === undefined ? undefined : Date.parse(options.now);
  const manifests = objects.flatMap((object) => flatten(object));
  const evidence = Evidence.of(manifests, now === undefined || Number.isNaN(now) ? undefined : now);
  const diagnoses = options.diagnoses ?? DIAGNOSES;
  const ofKind = byKind(diagnoses);
  const all = evidence.subjects.flatMap((subject) => examine(subject, evidence, ofKind));
  const groups = absorbSymptoms(group(all, evidence), evidence);
  const redaction = Redaction.of(manifests);
  const hasFailed = groups.some(({ outcome }) => outcome === 'failed');
  const told = groups.filter(({ outcome }) => outcome !== 'ok' || !hasFailed).sort(bySeriousness(diagnoses));
  return redaction.applied({
    diagnoses: told.map((each) => entryOf(each, evidence, options)),
    healthy: countHealthy(all),
    evidence: {
      objects: manifests.length,
      diagnosed: new Set(all.map(({ subject }) => subject)).size,
      events: evidence.eventCount,
    },
  });
}

/** Groups what has one cause: within one owner, or a wider scope where the cause lies outside the owner. */
function group(all: readonly Diagnosed[], evidence: Evidence): readonly Group[] {
  const groups = new Map<string, Diagnosed[]>();
  for (const each of all) {
    const { subject, diagnosis, match } = each;
    const owner = identityOf(topOwnerOf(subject, evidence));
    const scope = match.scope === 'cluster' ? '' : match.scope === 'namespace' ? (subject.ref.namespace ?? '') : owner;
    const cause = diagnosis.outcome === 'failed' ? `${match.sameAs ?? match.cause} ${severityOf(each)}` : '';
    const key = [diagnosis.id, subject.ref.kind, scope, cause].join('\n');
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [each]);
    else list.push(each);
  }
  return [...groups.values()].map((list) => ({
    members: list,
    symptoms: [],
    outcome: (list[0] as Diagnosed).diagnosis.outcome,
  }));
}

const severityOf = ({ match, diagnosis }: Diagnosed) => match.severity ?? diagnosis.severity;
const OUTCOMES = ['failed', 'waiting', 'ok'] as const;

const bySeriousness = (diagnoses: readonly Diagnosis[]) => (a: Group, b: Group) => {
  const [first, second] = [a.members[0] as Diagnosed, b.members[0] as Diagnosed];
  return (
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    SEVERITIES.indexOf(severityOf(first)) - SEVERITIES.indexOf(severityOf(second)) ||
    b.members.length + b.symptoms.length - (a.members.length + a.symptoms.length) ||
    diagnoses.indexOf(first.diagnosis) - diagnoses.indexOf(second.diagnosis)
  );
};

function entryOf({ members, symptoms, outcome }: Group, evidence: Evidence, options: DiagnoseOptions): DiagnosisEntry {
  const shown = members[0] as Diagnosed;
  const { subject, diagnosis, match } = shown;
  const owner = topOwnerOf(subject, evidence);
  const construct = constructOf(shown, evidence);
  const place = construct === null || options.constructs === undefined ? undefined : own(options.constructs, construct);
  const field = match.field ?? null;
  const line = ([kubectl, ...words]: Command) =>
    shellLine([kubectl ?? '', ...(options.kubectlOptions ?? []), ...words]);
  const command = match.command === undefined ? null : line(match.command);
  return {
    class: diagnosis.id,
    severity: severityOf(shown),
    outcome,
    object: subject.ref,
    container: match.container ?? null,
    cause: match.cause,
    fix: match.fix ?? diagnosis.fix,
    proof: [...new Set(match.proof ?? [])],
    command,
    more: (match.more ?? []).map(line).filter((each) => each !== command),
    field,
    owner,
    ownerField: field === null ? null : fieldInOwner(field, subject.ref, owner),
    preventedBy: match.preventedBy ?? null,
    construct,
    source: place === undefined ? null : `${place.file}:${place.line}`,
    prop: field === null || construct === null ? null : propOf(field),
    affected: unique([...members.map((each) => each.subject.ref), ...symptoms.map((each) => each.subject.ref)]),
    symptoms: symptoms.map((each) => ({ class: each.diagnosis.id, object: each.subject.ref, cause: each.match.cause })),
  };
}

function constructOf({ subject }: Diagnosed, evidence: Evidence): string | null {
  for (const each of [subject, ...ownersOf(subject, evidence)]) {
    const path = annotationsOf(each.manifest)[ANNOTATION.construct];
    if (path !== undefined) return path;
  }
  return null;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function unique(refs: readonly ObjectRef[]): readonly ObjectRef[] {
  return [...new Map(refs.map((ref) => [identityOf(ref), ref])).values()];
}

function countHealthy(all: readonly Diagnosed[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { diagnosis } of all) {
    if (diagnosis.outcome === 'ok') counts.set(diagnosis.id, (counts.get(diagnosis.id) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

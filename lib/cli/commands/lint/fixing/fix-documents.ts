import { append, groupedBy } from '../../../../kubernetes/views/groups';
import { identityOf } from '../../../../kubernetes/views/manifest';
import { appendDocument } from '../../../fix/append-document';
import { CannotEdit } from '../../../fix/cannot-edit';
import { applyEdits, editDocument, type Setting } from '../../../fix/edit-document';
import type { YamlEdit } from '../../../fix/edit-yaml';
import type { ParsedDocument } from '../../../input/parse-documents';
import { type ReadResult, type SourceDocument, withTexts } from '../../../input/read-manifests';
import { SourceText } from '../../../input/text';
import type { Settings } from '../../../settings/settings';
import { lintDocuments } from '../lint-documents';
import type { LintFinding, LintReport } from '../report';
import { type Left, type Planned, planFixes } from './plan-fixes';

/** What a fix has made of what was read. */
export interface FixResult {
  /** The files that changed, as they are now. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Findings of the first look that the last one does not have. */
  readonly fixed: readonly LintFinding[];
  /** Findings that are still there though their rule knows a fix, each with the reason. */
  readonly left: readonly Left[];
  /** Findings that only the changes brought. */
  readonly brought: readonly LintFinding[];
  /** What was found at first. */
  readonly before: LintReport;
  /** What is still found. */
  readonly report: LintReport;
}

/** One fix makes way for another (a hook asks for more grace), so all is looked at again until nothing is left to do. */
const MAX_PASSES = 8;

/** Why a finding is left whose fix was written, and which the rule still sees. */
const NO_HELP = 'its fix was written, and the rule still finds it';

/** Fixes what has one certain fix; `isMeant` narrows the findings. Nothing is written. */
export async function fixDocuments(
  read: ReadResult,
  settings: Settings,
  isMeant: (report: LintReport) => LintReport,
): Promise<FixResult> {
  const sources = new Map<string, SourceText>();
  const left = new Map<string, string>();
  const tried = new Set<string>();
  let now = read;
  const before = isMeant(await lintDocuments(now, settings));
  let report = before;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const { planned, refused } = planFixes(report, now, settings);
    for (const { finding, because } of refused) left.set(keyOf(finding), because);
    const untried = planned.filter(({ finding }) => !tried.has(keyOf(finding)));
    const changed = carryOut(untried, {
      done: (finding) => {
        tried.add(keyOf(finding));
        left.set(keyOf(finding), NO_HELP);
      },
      refused: (finding, because) => {
        tried.add(keyOf(finding));
        left.set(keyOf(finding), because);
      },
    });
    if (changed.size === 0) break;
    for (const [file, source] of changed) sources.set(file, source);
    now = withTexts(now, changed);
    report = isMeant(await lintDocuments(now, settings));
  }
  return { sources, ...compared(before, report), left: leftOf(report, left), before, report };
}

/** What is gone, and what has come; a file that two arguments name counts once. */
function compared(before: LintReport, after: LintReport): Pick<FixResult, 'fixed' | 'brought'> {
  const [were, are] = [before, after].map((report) => countable(report));
  return { fixed: without(were ?? [], are ?? []), brought: without(are ?? [], were ?? []) };
}

function countable({ findings }: LintReport): readonly LintFinding[] {
  const sets = new Map<string, number>();
  return findings.filter(({ file, document, acknowledged }) => {
    if (!sets.has(file)) sets.set(file, document.set);
    return acknowledged === null && sets.get(file) === document.set;
  });
}

/** The findings that another list does not hold, one for one. */
function without(findings: readonly LintFinding[], others: readonly LintFinding[]): readonly LintFinding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

function leftOf(report: LintReport, reasons: ReadonlyMap<string, string>): readonly Left[] {
  return countable(report).flatMap((finding) => {
    const because = reasons.get(keyOf(finding));
    return because === undefined ? [] : [{ finding, because }];
  });
}

/** Positions change where a document is added, so an object is known by its name. */
function keyOf({ file, rule, path, object }: LintFinding): string {
  return [file, identityOf(object), rule, path].join('|');
}

interface Outcome {
  readonly done: (finding: LintFinding) => void;
  readonly refused: (finding: LintFinding, because: string) => void;
}

/** Edits each file once; what one edit keeps another from is left to the next pass. */
function carryOut(planned: readonly Planned[], outcome: Outcome): ReadonlyMap<string, SourceText> {
  const changed = new Map<string, SourceText>();
  for (const [file, plans] of groupedBy(planned, ({ finding }) => finding.file)) {
    const source = plans[0]?.finding.document.document.source;
    if (source === undefined) continue;
    const edits = [...settingEdits(plans, outcome), ...appendEdits(plans, outcome)];
    if (edits.length === 0) continue;
    changed.set(file, new SourceText(file, applyEdits(source.text, edits), source.encoding));
  }
  return changed;
}

function settingEdits(plans: readonly Planned[], outcome: Outcome): readonly YamlEdit[] {
  const byDocument = new Map<ParsedDocument, Array<Setting<LintFinding>>>();
  for (const { finding, change } of plans) {
    if (change.kind !== 'set') continue;
    const { document, prefix } = finding.document;
    append(byDocument, document, { id: finding, path: inDocument(prefix, change.path), value: change.value });
  }
  return [...byDocument].flatMap(([document, settings]) => {
    const edited = editDocument(document, settings);
    for (const finding of edited.done) outcome.done(finding);
    for (const { id, because } of edited.refused) outcome.refused(id, because);
    const { start, end } = document.span;
    return edited.done.length === 0 ? [] : [{ start, end, text: edited.text }];
  });
}

function appendEdits(plans: readonly Planned[], outcome: Outcome): readonly YamlEdit[] {
  return plans.flatMap(({ finding, change }) => {
    if (change.kind !== 'append') return [];
    try {
      const edit = appendDocument(finding.document, change.manifest);
      outcome.done(finding);
      return [edit];
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      outcome.refused(finding, error.message);
      return [];
    }
  });
}

function inDocument(prefix: SourceDocument['prefix'], path: string): string {
  return prefix === '' ? path : `${prefix}.${path}`;
}

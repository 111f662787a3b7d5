import type { Json } from '../../kubernetes/json';
import { identityOf } from '../../kubernetes/manifest';
import { lintDocuments } from '../lint/lint-documents';
import type { LintFinding, LintReport } from '../lint/report';
import type { Settings } from '../lint/settings';
import { type ReadResult, type SourceDocument, withTexts } from '../read-manifests';
import type { ParsedDocument } from '../reader/parse-documents';
import { SourceText } from '../reader/text';
import { appendDocument } from './append-document';
import { CannotEdit } from './cannot-edit';
import { applyEdits, editDocument } from './edit-document';
import type { Edit } from './edit-yaml';
import { type Planned, planFixes } from './plan-fixes';

/** What a fix has made of what was read. */
export interface FixResult {
  /** The files that changed, as they are now. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly fixed: readonly LintFinding[];
  /** Findings whose rule knows a mend that was not for them. */
  readonly left: ReadonlyArray<{ readonly finding: LintFinding; readonly because: string }>;
  /** What is still found. */
  readonly report: LintReport;
}

/** One mend makes way for another (a hook asks for more grace), so all is looked at again until nothing is left to do. */
const MAX_PASSES = 8;

/** Mends what can be mended for certain; `isMeant` narrows the findings. Nothing is written. */
export async function fixDocuments(
  read: ReadResult,
  settings: Settings,
  isMeant: (report: LintReport) => LintReport,
): Promise<FixResult> {
  const sources = new Map<string, SourceText>();
  const fixed: LintFinding[] = [];
  const left = new Map<string, { finding: LintFinding; because: string }>();
  const tried = new Set<string>();
  let now = read;
  let report = isMeant(await lintDocuments(now, settings));
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const { planned, refused } = planFixes(report, now, settings);
    for (const each of refused) left.set(keyOf(each.finding), each);
    const untried = planned.filter(({ finding }) => !tried.has(keyOf(finding)));
    const changed = carryOut(untried, {
      done: (finding) => {
        tried.add(keyOf(finding));
        fixed.push(finding);
      },
      refused: (finding, because) => {
        tried.add(keyOf(finding));
        left.set(keyOf(finding), { finding, because });
      },
    });
    if (changed.size === 0) break;
    for (const [file, source] of changed) sources.set(file, source);
    now = withTexts(now, changed);
    report = isMeant(await lintDocuments(now, settings));
  }
  const still = new Set(report.findings.map(keyOf));
  return { sources, fixed, left: [...left].filter(([key]) => still.has(key)).map(([, each]) => each), report };
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
  const byFile = new Map<string, Planned[]>();
  for (const each of planned) {
    const list = byFile.get(each.finding.file);
    if (list === undefined) byFile.set(each.finding.file, [each]);
    else list.push(each);
  }
  const changed = new Map<string, SourceText>();
  for (const [file, plans] of byFile) {
    const source = plans[0]?.finding.document.document.source;
    if (source === undefined) continue;
    const edits = [...settingEdits(plans, outcome), ...appendEdits(plans, outcome)];
    if (edits.length === 0) continue;
    changed.set(file, new SourceText(file, applyEdits(source.text, edits), source.encoding));
  }
  return changed;
}

function settingEdits(plans: readonly Planned[], outcome: Outcome): readonly Edit[] {
  const byDocument = new Map<ParsedDocument, Array<{ id: LintFinding; path: string; value: Json }>>();
  for (const { finding, change } of plans) {
    if (change.kind !== 'set') continue;
    const { document, prefix } = finding.document;
    const list = byDocument.get(document) ?? [];
    list.push({ id: finding, path: inDocument(prefix, change.path), value: change.value });
    byDocument.set(document, list);
  }
  return [...byDocument].flatMap(([document, settings]) => {
    const edited = editDocument(document, settings);
    for (const finding of edited.done) outcome.done(finding);
    for (const { id, because } of edited.refused) outcome.refused(id, because);
    const { start, end } = document.span;
    return edited.done.length === 0 ? [] : [{ start, end, text: edited.text }];
  });
}

function appendEdits(plans: readonly Planned[], outcome: Outcome): readonly Edit[] {
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

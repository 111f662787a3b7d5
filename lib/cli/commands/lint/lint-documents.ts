import { CATALOGUE } from '../../../check/catalogue';
import { check } from '../../../check/check';
import type { Finding } from '../../../check/finding';
import type { Rule } from '../../../rules/rule';
import { documentsBySet } from '../../input/manifest-sets';
import type { ReadResult, SourceDocument } from '../../input/read-manifests';
import type { IgnorePattern, Settings } from '../../settings/lint-settings';
import { covers, duplicateKeyFindings } from './duplicate-keys';
import { commentAcknowledgements } from './ignore-comments';
import { type LintFinding, type LintReport, summaryOf } from './report';

/** Checks everything that was read, each set by itself, and tells where in its file each finding stands. */
export async function lintDocuments(read: ReadResult, settings: Settings): Promise<LintReport> {
  const bySet = [...documentsBySet(read.documents).values()];
  const sets = await Promise.all(bySet.map((documents) => lintSet(documents, settings)));
  const duplicates = duplicateKeyFindings(read, settings);
  const findings = [...sets.flatMap((set) => set.findings), ...duplicates];
  const isUnused = (pattern: IgnorePattern) =>
    sets.every(({ unused }) => unused.includes(pattern)) &&
    !duplicates.some(({ file, object }) => covers(pattern, file, object));
  const notChecked = sets.reduce((sum, set) => sum + set.notChecked, 0);
  return {
    findings,
    documents: read.documents,
    problems: read.problems.filter(({ kind }) => kind !== 'duplicate-key'),
    rules: rulesOf(settings),
    unusedIgnores: settings.ignores.filter(isUnused),
    summary: summaryOf(findings, {
      files: read.files.length,
      objects: read.documents.length,
      notChecked,
      baseline: 0,
      passedOver: read.passedOver.length,
    }),
  };
}

/** Every rule that can run, sorted by id. */
export function rulesOf({ extraRules }: Settings): readonly Rule[] {
  return [...CATALOGUE, ...extraRules].sort((one, other) => (one.id < other.id ? -1 : 1));
}

interface LintedSet {
  readonly findings: readonly LintFinding[];
  readonly notChecked: number;
  /** Patterns of the configuration that no finding of this set needed. */
  readonly unused: readonly IgnorePattern[];
}

async function lintSet(documents: readonly SourceDocument[], settings: Settings): Promise<LintedSet> {
  const commented = await commentAcknowledgements(documents);
  const files = documents.map(({ file }) => file);
  const ignored = settings.ignores.map(({ rule, reason, covers }) => ({
    rule,
    reason,
    covers: ({ index, object }: Finding) => covers(files[index] ?? '', object),
  }));
  const { findings, notChecked, unused } = check(
    documents.map(({ manifest }) => manifest),
    {
      ...settings,
      origins: files,
      levelOf: (rule, index) => settings.levelIn(rule, files[index] ?? ''),
      acknowledgements: [...commented, ...ignored],
    },
  );
  const unusedHere = new Set(unused);
  return {
    findings: findings.flatMap((finding) => {
      const document = documents[finding.index];
      return document === undefined ? [] : [located(finding, document, settings)];
    }),
    notChecked: notChecked.length,
    unused: settings.ignores.filter((_, position) => unusedHere.has(ignored[position] ?? { rule: '', reason: '' })),
  };
}

function located({ index: _, ...finding }: Finding, document: SourceDocument, { sourceOf }: Settings): LintFinding {
  const source = finding.construct === null ? null : sourceOf(finding.construct);
  return { ...finding, file: document.file, ...document.locate(finding.path), source, document };
}

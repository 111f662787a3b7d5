import { check } from '../../../check/check';
import type { Finding } from '../../../check/finding';
import type { InputSet } from '../../input/input-set';
import type { ReadResult, SourceDocument } from '../../input/read-manifests';
import { rulesOf } from '../../settings/rules-of';
import type { AcknowledgementPattern, Settings } from '../../settings/settings';
import { commentAcknowledgements } from './acknowledge-comments';
import { duplicateKeysIn } from './duplicate-keys';
import { type LintFinding, type LintReport, summaryOf } from './report';

/** Checks everything that was read, each set by itself, and tells where in its file each finding stands. */
export async function lintDocuments(read: ReadResult, settings: Settings): Promise<LintReport> {
  const sets = await Promise.all(read.sets.map((set) => lintSet(set, read, settings)));
  const findings = sets.flatMap((set) => set.findings);
  const notChecked = sets.reduce((sum, set) => sum + set.notChecked, 0);
  return {
    findings,
    documents: read.documents,
    problems: read.problems.filter(({ kind }) => kind !== 'duplicate-key'),
    rules: rulesOf(settings),
    unusedAcknowledgements: settings.acknowledgements.filter((pattern) =>
      sets.every(({ unused }) => unused.includes(pattern)),
    ),
    summary: summaryOf(findings, {
      files: read.files.length,
      objects: read.documents.length,
      notChecked,
      baseline: 0,
      passedOver: read.passedOver.length,
    }),
  };
}

interface LintedSet {
  readonly findings: readonly LintFinding[];
  readonly notChecked: number;
  /** Patterns of the configuration that no finding of this set needed. */
  readonly unused: readonly AcknowledgementPattern[];
}

async function lintSet({ set, documents }: InputSet, { problems }: ReadResult, settings: Settings): Promise<LintedSet> {
  const commented = await commentAcknowledgements(documents);
  const files = documents.map(({ file }) => file);
  const ofPatterns = settings.acknowledgements.map(({ rule, reason, covers }) => ({
    rule,
    reason,
    covers: ({ index, object }: Finding) => covers(files[index] ?? '', object),
  }));
  const { findings, notChecked, unused } = check(set, {
    ...settings,
    levelOf: (rule, index) => settings.levelIn(rule, files[index] ?? ''),
    acknowledgements: [...commented, ...ofPatterns],
    duplicateKeys: duplicateKeysIn(documents, problems),
  });
  const unusedHere = new Set<unknown>(unused);
  return {
    findings: findings.flatMap((finding) => {
      const document = documents[finding.index];
      return document === undefined ? [] : [located(finding, document, settings)];
    }),
    notChecked: notChecked.length,
    unused: settings.acknowledgements.filter((_, position) => unusedHere.has(ofPatterns[position])),
  };
}

function located(
  { index: _, location, ...finding }: Finding,
  document: SourceDocument,
  { sourceOf }: Settings,
): LintFinding {
  const source = finding.construct === null ? null : sourceOf(finding.construct);
  const place = location ?? document.locate(finding.path);
  return { ...finding, file: document.file, ...place, source, document };
}

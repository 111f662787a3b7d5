import type { RuleOrEntry } from '../../../check/catalogue-entry';
import type { Finding } from '../../../check/finding';
import type { Severity } from '../../../lifecycle/severity';
import type { ReadProblem, SourceDocument } from '../../input/read-manifests';
import type { AcknowledgementPattern } from '../../settings/settings';

/** A finding with the place of its field in a file. */
export interface LintFinding extends Omit<Finding, 'index' | 'location'> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the construct was made in code (`src/shop.ts:12:3`), if the manifest tells it. */
  readonly source: string | null;
  /** The object as it was read, for whoever edits it. */
  readonly document: SourceDocument;
}

/** How many of each; findings of a severity are those that nobody acknowledged. */
export interface LintSummary extends Readonly<Record<Severity, number>> {
  /** Files with objects, and those that could not be read. */
  readonly files: number;
  readonly objects: number;
  readonly acknowledged: number;
  /** Objects of kinds that no rule knows. */
  readonly notChecked: number;
  /** Findings that stand in the baseline file, and are told no more. */
  readonly baseline: number;
  /** Files found in a folder or by a glob that hold no Kubernetes object. */
  readonly passedOver: number;
}

/** All that one run of lint has to say. */
export interface LintReport {
  /** By set, by object and by rule; acknowledged ones are among them. */
  readonly findings: readonly LintFinding[];
  readonly summary: LintSummary;
  /** Every object that was read. */
  readonly documents: readonly SourceDocument[];
  /** What could not be read. */
  readonly problems: readonly ReadProblem[];
  /** Every rule that could have run, a team's own among them. */
  readonly rules: readonly RuleOrEntry[];
  /** Patterns of the configuration that no finding needed. */
  readonly unusedAcknowledgements: readonly AcknowledgementPattern[];
}

/** Counts findings beside what else there is to count. */
export function summaryOf(
  findings: readonly LintFinding[],
  counts: Pick<LintSummary, 'files' | 'objects' | 'notChecked' | 'baseline' | 'passedOver'>,
): LintSummary {
  const { files, objects, notChecked, baseline, passedOver } = counts;
  const bySeverity = { error: 0, warning: 0, info: 0 };
  for (const { severity, acknowledged } of findings) if (acknowledged === null) bySeverity[severity] += 1;
  const acknowledged = findings.filter((finding) => finding.acknowledged !== null).length;
  return { files, objects, ...bySeverity, acknowledged, notChecked, baseline, passedOver };
}

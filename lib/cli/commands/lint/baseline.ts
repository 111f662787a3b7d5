import { readFileSync } from 'node:fs';
import { isObject, listOf, stringOf } from '../../../kubernetes/views/json';
import type { RuleText } from '../../../rules/rule';
import { CouldNotRun } from '../../frame/could-not-run';
import { writeFile } from '../../output/write-file';
import { RuleNames } from '../../settings/rule-names';
import { type Fingerprint, fingerprintOf, keyOf } from './fingerprint';
import { type LintReport, summaryOf } from './report';

interface Entry extends Fingerprint {
  /** How many findings share the fingerprint. */
  readonly count: number;
}

/** Writes the findings that nobody acknowledged, sorted, so that the file's own history can be read. */
export function writeBaseline(file: string, report: LintReport): number {
  const entries = new Map<string, Entry>();
  for (const finding of report.findings) {
    if (finding.acknowledged !== null) continue;
    const fingerprint = fingerprintOf(finding);
    const key = keyOf(fingerprint);
    entries.set(key, { ...fingerprint, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const findings = [...entries.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  writeFile(file, `${JSON.stringify({ version: 1, findings }, null, 2)}\n`);
  return findings.reduce((sum, { count }) => sum + count, 0);
}

/** What a baseline file holds. */
export interface Baseline {
  /** How often it holds each fingerprint, under the current id of its rule. */
  readonly counts: ReadonlyMap<string, number>;
  /** What is worth a word to whoever keeps the file: rules that have another name by now. */
  readonly notes: readonly string[];
}

/**
 * Leaves out the findings that a baseline holds: what is left is new. A fingerprint that it holds twice covers two
 * findings.
 */
export function withoutBaseline({ counts }: Baseline, report: LintReport): LintReport {
  const left = new Map(counts);
  const findings = report.findings.filter((finding) => {
    if (finding.acknowledged !== null) return true;
    const key = keyOf(fingerprintOf(finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const baseline = report.findings.length - findings.length;
  return { ...report, findings, summary: summaryOf(findings, { ...report.summary, baseline }) };
}

/**
 * Reads a baseline file; `extraRules` are those of a team.
 *
 * @throws CouldNotRun if the file cannot be read or is none
 */
export function readBaseline(file: string, extraRules: readonly RuleText[]): Baseline {
  const names = new RuleNames(extraRules);
  const counts = new Map<string, number>();
  const written = parse(file);
  if (!isObject(written) || written.version !== 1 || !Array.isArray(written.findings)) throw notOne(file);
  for (const entry of listOf(written.findings)) {
    if (!isObject(entry)) throw notOne(file);
    const [rule, object, path] = [stringOf(entry.rule), stringOf(entry.object), stringOf(entry.path)];
    if (rule === undefined || object === undefined || path === undefined) throw notOne(file);
    const key = keyOf({ rule: names.read(rule, file), object, path });
    counts.set(key, (counts.get(key) ?? 0) + (typeof entry.count === 'number' ? entry.count : 1));
  }
  return { counts, notes: names.notes };
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw notOne(file);
    throw new CouldNotRun(`baseline ${file} does not exist: write it with --write-baseline ${file}`);
  }
}

function notOne(file: string): CouldNotRun {
  return new CouldNotRun(
    `${file} is not a baseline file of this version: write it again with --write-baseline ${file}`,
  );
}

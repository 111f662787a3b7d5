import { DIAGNOSES, type Diagnosis, type DiagnosisEntry, type DiagnosisReport } from '../../../../diagnosis';
import type { ObjectRef } from '../../../../kubernetes/views/manifest';

/** What can be said of a rollout at one moment. */
export type RolloutVerdict =
  | { readonly type: 'complete' }
  | { readonly type: 'under-way'; readonly reasons: readonly DiagnosisEntry[] }
  | { readonly type: 'cannot-succeed'; readonly reasons: readonly DiagnosisEntry[] };

const isOfJob = ({ owner }: DiagnosisEntry) => owner.kind === 'Job' || owner.kind === 'CronJob';

/** Follows the reports on a rollout and tells when it is complete, and when it is lost. */
export class Rollout {
  private readonly firstSeen = new Map<string, number>();
  private readonly diagnoses: ReadonlyMap<string, Diagnosis>;

  public constructor(diagnoses: readonly Diagnosis[] = DIAGNOSES) {
    this.diagnoses = new Map(diagnoses.flatMap((each) => each.kinds.map((kind) => [`${kind} ${each.id}`, each])));
  }

  /** Takes the report of a moment, in seconds on any clock that only goes forward. */
  public verdict({ diagnoses }: DiagnosisReport, seconds: number): RolloutVerdict {
    const failed = diagnoses.filter(({ outcome, severity }) => outcome === 'failed' && severity === 'error');
    const keys = new Set(failed.map((entry) => this.keyOf(entry)));
    for (const key of this.firstSeen.keys()) if (!keys.has(key)) this.firstSeen.delete(key);
    for (const key of keys) if (!this.firstSeen.has(key)) this.firstSeen.set(key, seconds);
    const lastedLong = (entry: DiagnosisEntry) =>
      seconds - (this.firstSeen.get(this.keyOf(entry)) ?? seconds) >= this.patienceWith(entry);
    const lost = failed.filter((entry) => !this.isBeside(entry) && lastedLong(entry));
    if (lost.length > 0) return { type: 'cannot-succeed', reasons: lost };
    const open = diagnoses.filter((entry) => entry.outcome !== 'ok' && !this.isBeside(entry));
    return open.length === 0 ? { type: 'complete' } : { type: 'under-way', reasons: open };
  }

  private diagnosisOf(told: { readonly class: string; readonly object: ObjectRef }): Diagnosis | undefined {
    return this.diagnoses.get(`${told.object.kind} ${told.class}`);
  }

  /** No rollout waits for it. */
  private isBeside(entry: DiagnosisEntry): boolean {
    const beside = this.diagnosisOf(entry)?.patience.beside;
    return beside === 'always' || (beside === 'as-warning' && entry.severity === 'warning');
  }

  /** How long a rollout waits while it lasts, in seconds: not at all where its controller has given up. */
  private patienceWith(entry: DiagnosisEntry): number {
    const told = [entry, ...entry.symptoms].map((each) => this.diagnosisOf(each)?.patience);
    if (told.some((patience) => patience?.final === true)) return 0;
    const [own] = told;
    if (own === undefined || (own.retriedByJobs === true && isOfJob(entry))) return Number.POSITIVE_INFINITY;
    return entry.field === null ? (own.secondsWithoutField ?? own.seconds) : own.seconds;
  }

  /** One key a cause, the same from one look at the cluster to the next. */
  private keyOf(entry: DiagnosisEntry): string {
    const { owner, container } = entry;
    const family = this.diagnosisOf(entry)?.family ?? entry.class;
    return [family, owner.kind, owner.namespace, owner.name, container].join('|');
  }
}

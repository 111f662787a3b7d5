import { autofixOf } from '../../../../check/catalogue';
import type { Change } from '../../../../fixing/change';
import { refusedOnFixedPod } from '../../../../fixing/fixed-pod';
import { KubernetesVersion } from '../../../../kubernetes/versions/kubernetes-version';
import type { ReadResult } from '../../../input/read-manifests';
import type { Settings } from '../../../settings/settings';
import type { LintFinding, LintReport } from '../report';

/** A finding and what fixes it. */
export interface Planned {
  readonly finding: LintFinding;
  readonly change: Change;
}

/** A finding that is left to a person, and why. */
export interface Left {
  readonly finding: LintFinding;
  readonly because: string;
}

/** Decides what fixes each finding that nobody acknowledged; those whose rule knows no certain fix are in neither list. */
export function planFixes(
  { findings, rules }: LintReport,
  read: ReadResult,
  settings: Settings,
): { readonly planned: readonly Planned[]; readonly refused: readonly Left[] } {
  const planned: Planned[] = [];
  const refused: Left[] = [];
  const autofixes = new Map(rules.map((rule) => [rule.id, autofixOf(rule)]));
  const sets = new Map(read.sets.map(({ number, set }) => [number, set]));
  const isFirst = firstOnly();
  for (const finding of findings) {
    if (finding.acknowledged !== null) continue;
    const { document, rule } = finding;
    const autofix = autofixes.get(rule);
    if (autofix === undefined) continue;
    const set = sets.get(document.set);
    const object = set?.objectFor(document.manifest);
    // A file that two arguments name is changed once.
    if (set === undefined || object === undefined || !isFirst(`file ${document.file}`, document.set)) continue;
    const { version = KubernetesVersion.V1_30, route, privateRegistries } = settings;
    const context = { set, version, route, privateRegistries };
    const change = refusedOnFixedPod(autofix(object, finding, context), object);
    if ('because' in change) refused.push({ finding, because: change.because });
    // Variants of one object share what is added beside them.
    else if (change.kind === 'set' || isFirst(`object ${document.set} ${object.identity}`, finding)) {
      planned.push({ finding, change });
    }
  }
  return { planned, refused };
}

/** Tells whether a claimant is the first to name a thing, or the one that was. */
function firstOnly(): (thing: string, claimant: unknown) => boolean {
  const owners = new Map<string, unknown>();
  return (thing, claimant) => {
    if (!owners.has(thing)) owners.set(thing, claimant);
    return owners.get(thing) === claimant;
  };
}

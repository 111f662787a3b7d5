import { ManifestSet } from '../../kubernetes/set/manifest-set';
import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { LintFinding, LintReport } from '../commands/lint/report';
import type { ReadResult } from '../input/read-manifests';
import type { Settings } from '../settings/lint-settings';
import type { Change } from './change';
import { mendOf } from './mends';

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
  { findings }: LintReport,
  read: ReadResult,
  settings: Settings,
): { readonly planned: readonly Planned[]; readonly refused: readonly Left[] } {
  const planned: Planned[] = [];
  const refused: Left[] = [];
  const sets = new Sets(read);
  const isFirst = firstOnly();
  for (const finding of findings) {
    if (finding.acknowledged !== null) continue;
    const { document, rule } = finding;
    const objects = sets.of(document.set);
    const object = objects.objectFor(document.manifest);
    // A file that two arguments name is changed once.
    if (object === undefined || !isFirst(`file ${document.file}`, document.set)) continue;
    const context = { set: objects, version: settings.version ?? KubernetesVersion.V1_30, route: settings.route };
    const change = mendOf(rule, object, finding, context);
    if (change === undefined) continue;
    if ('because' in change) refused.push({ finding, because: change.because });
    // Variants of one object share what is added beside them.
    else if (change.kind === 'set' || isFirst(`object ${document.set} ${object.identity}`, finding)) {
      planned.push({ finding, change });
    }
  }
  return { planned, refused };
}

/** The sets of what was read, each made when it is asked for. */
class Sets {
  private readonly made = new Map<number, ManifestSet>();

  public constructor(private readonly read: ReadResult) {}

  public of(number: number): ManifestSet {
    const made = this.made.get(number);
    if (made !== undefined) return made;
    const members = this.read.documents.filter(({ set }) => set === number);
    const manifests = members.map(({ manifest }) => manifest);
    const files = members.map(({ file }) => file);
    const set = ManifestSet.of(manifests, files);
    this.made.set(number, set);
    return set;
  }
}

/** Tells whether a claimant is the first to name a thing, or the one that was. */
function firstOnly(): (thing: string, claimant: unknown) => boolean {
  const owners = new Map<string, unknown>();
  return (thing, claimant) => {
    if (!owners.has(thing)) owners.set(thing, claimant);
    return owners.get(thing) === claimant;
  };
}

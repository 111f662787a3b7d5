import type { ApiObject } from 'cdk8s';
import { showOwnMethods } from './jsii-host';
import { once, whileUnchanged } from './unchanged';

export type JsonRecord = { [key: string]: unknown };

/** One change to the JSON of an object, after everything that cdk8s-plus-28 does to it. It changes the value in place. */
export type Edit = (json: JsonRecord) => void;

const EDITS = Symbol.for('cdk8s-lifecycle.edits');

/** When an edit comes: constructs fill in, then users patch, then what depends on all of that closes. */
export type Stage = 'fill' | 'patch' | 'close';

const STAGES: readonly Stage[] = ['fill', 'patch', 'close'];

type Edits = Readonly<Record<Stage, Edit[]>>;

interface Edited {
  toJson(): unknown;
  [EDITS]?: Edits;
}

/**
 * Changes the final JSON of an object, after the generated types of cdk8s-plus-28 have filtered it: they drop what
 * Kubernetes 1.28 did not know, and numbers where they expect a wrapper (cdk8s issue 2172).
 */
export function editFinalJson(object: ApiObject, edit: Edit, stage: Stage = 'fill'): void {
  const edited = object as Edited;
  const edits = edited[EDITS] ?? { fill: [], patch: [], close: [] };
  edits[stage].push(edit);
  if (edited[EDITS] !== undefined) return;
  const original = object.toJson.bind(object);
  edited[EDITS] = edits;
  const compute = () => {
    const json = original() as JsonRecord;
    for (const each of STAGES.flatMap((name) => edits[name])) each(json);
    return inOrder(json);
  };
  edited.toJson = () => whileUnchanged(() => once(object, compute));
  showOwnMethods(object);
}

/** apiVersion, kind and metadata first, everything else by name, as cdk8s orders keys itself; undefined values fall out. */
function inOrder(json: JsonRecord): JsonRecord {
  const { apiVersion, kind, metadata, ...rest } = json;
  return { apiVersion, kind, metadata: sorted(metadata), ...(sorted(rest) as JsonRecord) };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, item]) => [key, sorted(item)]),
  );
}

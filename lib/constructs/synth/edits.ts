export type JsonRecord = { [key: string]: unknown };

/** One change to the JSON of an object, after everything that cdk8s-plus-28 does to it. It changes the value in place. */
export type Edit = (json: JsonRecord) => void;

/** When an edit comes: constructs fill in, then users patch, then what depends on all of that closes. */
export type Stage = 'fill' | 'patch' | 'close';

/** The changes to the JSON of one object, in the order in which they apply. */
export class Edits {
  private readonly stages: Readonly<Record<Stage, Edit[]>> = { fill: [], patch: [], close: [] };

  public add(edit: Edit, stage: Stage): void {
    this.stages[stage].push(edit);
  }

  /** @param last what comes after all that constructs fill in, and before a user's patches */
  public apply(json: JsonRecord, last: Edit): JsonRecord {
    const { fill, patch, close } = this.stages;
    for (const edit of [...fill, last, ...patch, ...close]) edit(json);
    return inOrder(json);
  }
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

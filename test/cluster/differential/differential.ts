import fc from 'fast-check';
import { admit } from '../../../lib/admission';
import { schemaOf } from '../../../lib/admission/structure/schema';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { isObject, type JsonObject } from '../../../lib/kubernetes/views/json';
import type { ApiClient } from '../api-client';
import { BASES } from './bases';
import { type Case, leafCases, randomCase } from './cases';
import { apply, type Edit } from './edits';
import { graftCases } from './grafts';
import { collectionOf, pathOf } from './resources';
import { Tally } from './tally';
import { compare, type Difference, ownVerdict, type Stage, type Verdict, verdictOf } from './verdict';

/** What the API server said of a case. */
export interface Recorded {
  readonly kind: string;
  /** The index of the base, or the object itself where it is none of {@link BASES}. */
  readonly base: number | JsonObject;
  readonly edits: readonly Edit[];
  readonly stage: Stage;
  readonly paths: readonly string[];
}

/** A case about which the API server and `admit` differ, with as few edits as show it. */
export interface Disagreement extends Recorded {
  readonly difference: Difference;
  readonly manifest: JsonObject;
  readonly server: Verdict;
  readonly own: Verdict;
}

export interface Run {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly disagreements: readonly Disagreement[];
  /** Every so many cases, what the server said. */
  readonly recorded: readonly Recorded[];
}

export interface RunOptions {
  readonly version: KubernetesVersion;
  readonly seed: number;
  /** Random objects of each kind, beside one for each leaf of its schema. */
  readonly perKind: number;
  /** Takes one leaf in so many. 1: all. */
  readonly everyLeaf: number;
  readonly kinds: readonly string[];
  /** Further valid objects to edit, such as real manifests. */
  readonly more: readonly JsonObject[];
  readonly parallel: number;
  /** One case in so many is recorded. Default: none. */
  readonly recordEvery?: number;
}

/** Sends objects of each kind to the API server and to `admit`, and compares what they say. */
export async function run(api: ApiClient, options: RunOptions): Promise<Run> {
  const tallies = new Map<string, Tally>();
  const disagreements: Disagreement[] = [];
  const recorded: Recorded[] = [];
  for (const kind of options.kinds) {
    const tally = new Tally(kind, options.version);
    tallies.set(kind, tally);
    // Services that are created for real take ports from each other.
    const parallel = kind === 'v1/Service' ? 1 : options.parallel;
    await eachOf(casesOf(kind, options), parallel, async (each) => {
      const manifest = apply(each.base, each.edits);
      const [server, own] = await judge(api, manifest, options.version);
      const difference = compare(server, own);
      tally.count(each, server, difference);
      if (tally.objects % (options.recordEvery ?? Number.POSITIVE_INFINITY) === 0)
        recorded.push(record(kind, each, server));
      if (difference !== undefined) disagreements.push(await shrink(api, kind, each, difference, options.version));
    });
  }
  return { tallies, disagreements, recorded };
}

function casesOf(kind: string, options: RunOptions): readonly Case[] {
  const schema = schemaOf(options.version);
  const [apiVersion, name] = [kind.slice(0, kind.lastIndexOf('/')), kind.slice(kind.lastIndexOf('/') + 1)];
  const type = schema.typeOf(apiVersion, name) ?? name;
  const real = options.more.filter((each) => `${each.apiVersion}/${each.kind}` === kind);
  const own = BASES[kind] ?? [];
  const [first] = own;
  if (first === undefined) return [];
  const edited = (bases: readonly JsonObject[]) => fc.oneof(...bases.map((base) => randomCase(base, type, schema)));
  const random = fc.sample(real.length === 0 ? edited(own) : fc.oneof(edited(own), edited(real)), {
    numRuns: options.perKind,
    seed: options.seed,
  });
  const leaves = leafCases(first, type, schema)
    .filter((_, index) => index % options.everyLeaf === options.seed % options.everyLeaf)
    .flatMap((leaf, index) => fc.sample(leaf, { numRuns: 1, seed: options.seed + index }));
  const grafts = own.flatMap((base) => graftCases(base, type, options.version) ?? []);
  const grafted =
    grafts.length === 0 ? [] : fc.sample(fc.oneof(...grafts), { numRuns: options.perKind, seed: options.seed });
  return [...[...own, ...real].map((base) => ({ base, edits: [] })), ...random, ...leaves, ...grafted];
}

async function judge(api: ApiClient, manifest: JsonObject, version: KubernetesVersion): Promise<[Verdict, Verdict]> {
  const own = ownVerdict(admit(manifest, version));
  const answer = verdictOf(await api.post(`${collectionOf(manifest)}?dryRun=All&fieldValidation=Strict`, manifest));
  // A dry run allocates no node ports: where it differs, the Service is created for real.
  const isUnsure = manifest.kind === 'Service' && compare(answer, own) !== undefined;
  return [isUnsure ? await createForReal(api, manifest) : answer, own];
}

/** Creates an object under a name of its own and takes it away again, with what would keep it. */
async function createForReal(api: ApiClient, manifest: JsonObject): Promise<Verdict> {
  const metadata = isObject(manifest.metadata) ? manifest.metadata : {};
  const name = metadata.name === 'web' ? `web-${created++}` : metadata.name;
  const answer = await api.post(`${collectionOf(manifest)}?fieldValidation=Strict`, {
    ...manifest,
    metadata: { ...metadata, name },
  });
  if (answer.status < 300) {
    const path = pathOf(answer.body as JsonObject);
    await api.patch(path, { metadata: { finalizers: null } });
    await api.delete(path);
  }
  return verdictOf(answer);
}

let created = 0;

/** Takes edits away for as long as the difference stays. */
async function shrink(
  api: ApiClient,
  kind: string,
  found: Case,
  difference: Difference,
  version: KubernetesVersion,
): Promise<Disagreement> {
  let { edits } = found;
  for (let index = edits.length - 1; index >= 0; index--) {
    const fewer = edits.filter((_, position) => position !== index);
    const [server, own] = await judge(api, apply(found.base, fewer), version);
    if (compare(server, own) === difference) edits = fewer;
  }
  const manifest = apply(found.base, edits);
  const [server, own] = await judge(api, manifest, version);
  return { ...record(kind, { base: found.base, edits }, server), difference, manifest, server, own };
}

function record(kind: string, { base, edits }: Case, { stage, paths }: Verdict): Recorded {
  const index = (BASES[kind] ?? []).indexOf(base);
  return { kind, base: index < 0 ? base : index, edits, stage, paths };
}

async function eachOf<T>(items: readonly T[], parallel: number, visit: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].reverse();
  const worker = async (): Promise<void> => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await visit(item);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

import fc from 'fast-check';
import { admitUpdate } from '../../../lib/admission';
import { schemaOf } from '../../../lib/admission/structure/schema';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../../lib/kubernetes/views/json';
import type { Answer, ApiClient } from '../api-client';
import { BASES } from './bases';
import { randomCase } from './cases';
import { apply } from './edits';
import { manifestsOf, whileLive } from './live';
import { mergePatch } from './merge-patch';
import { pathOf } from './resources';
import { compare, type Difference, ownVerdict, type Verdict, verdictOf } from './verdict';

/** An update about which the API server and `admitUpdate` differ. */
export interface UpdateDisagreement {
  readonly version: string;
  readonly difference: Difference;
  readonly old: JsonObject;
  readonly manifest: JsonObject;
  readonly server: Verdict;
  readonly own: Verdict;
}

export interface UpdateRun {
  readonly kind: string;
  readonly updates: number;
  readonly rejected: number;
  readonly disagreements: readonly UpdateDisagreement[];
}

/**
 * Creates objects of a kind for real, and sends edits of them as dry runs of an update: of the manifest as a patch, in the way
 * of `kubectl apply`, and of the live object as a whole, in the way of `kubectl edit`.
 */
export async function runUpdates(
  api: ApiClient,
  version: KubernetesVersion,
  kind: string,
  perBase: number,
  seed: number,
): Promise<UpdateRun> {
  const schema = schemaOf(version);
  const slash = kind.lastIndexOf('/');
  const type = schema.typeOf(kind.slice(0, slash), kind.slice(slash + 1)) ?? '';
  const disagreements: UpdateDisagreement[] = [];
  let [updates, rejected] = [0, 0];
  const compareOne = (old: JsonObject, manifest: JsonObject, answer: Answer) => {
    const own = ownVerdict(admitUpdate(old, manifest, version));
    const server = verdictOf(answer);
    const difference = differenceOf(server, own);
    updates++;
    if (server.stage !== 'accepted') rejected++;
    if (difference !== undefined)
      disagreements.push({ version: String(version), difference, old, manifest, server, own });
  };
  const samples = (object: JsonObject) =>
    fc.sample(randomCase(object, type, schema), { numRuns: perBase, seed }).map(({ edits }) => apply(object, edits));
  for (const base of manifestsOf(version).filter((each) => `${each.apiVersion}/${each.kind}` === kind)) {
    const url = `${pathOf(base)}?dryRun=All&fieldValidation=Strict`;
    await whileLive(api, base, async (live) => {
      // A merge patch replaces whole lists, and with them what the server wrote into them.
      for (const edited of BASES[kind]?.some((each) => each.spec === base.spec) ? samples(base) : []) {
        const manifest = named(edited, { name: objectOf(base.metadata).name });
        compareOne(base, manifest, await api.patch(url, mergePatch(base, manifest)));
      }
      for (const edited of samples(live)) {
        const manifest = named(edited, objectOf(live.metadata));
        compareOne(live, manifest, await api.put(url, manifest));
      }
    });
  }
  return { kind, updates, rejected, disagreements };
}

/** An update of another object is none, and most metadata are the server's own. */
function named(manifest: JsonObject, own: JsonObject): JsonObject {
  const { labels, annotations, finalizers } = objectOf(manifest.metadata);
  const { labels: _l, annotations: _a, finalizers: _f, ...rest } = own;
  return {
    ...manifest,
    metadata: {
      ...rest,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
      ...(finalizers && own.uid !== undefined && { finalizers }),
    },
  };
}

/** A patch that does not decode is told of as a whole: then the verdicts alone are compared. */
function differenceOf(server: Verdict, own: Verdict): Difference | undefined {
  const isOfPatch = server.paths.includes('patch');
  return compare(isOfPatch ? { ...server, stage: 'other' } : server, own);
}

import fc from 'fast-check';
import { admit, admitUpdate } from '../../../lib/admission';
import { schemaOf } from '../../../lib/admission/structure/schema';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../../lib/kubernetes/views/json';
import type { ApiClient } from '../api-client';
import { BASES } from './bases';
import { randomCase } from './cases';
import { apply } from './edits';
import { mergePatch } from './merge-patch';
import { collectionOf, pathOf } from './resources';
import { compare, type Difference, ownVerdict, type Verdict, verdictOf } from './verdict';

/** The kinds whose updates are compared. */
export const UPDATED_KINDS = [
  'apps/v1/Deployment',
  'apps/v1/ReplicaSet',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'batch/v1/Job',
  'batch/v1/CronJob',
  'v1/Service',
  'v1/PersistentVolumeClaim',
  'v1/ConfigMap',
  'v1/Secret',
  'rbac.authorization.k8s.io/v1/RoleBinding',
] as const;

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

/** Creates a base for real, and sends edits of it as dry runs of an update, in the way of `kubectl apply`: as a patch. */
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
  const bases = (BASES[kind] ?? []).filter((base) => admit(base, version).length === 0);
  for (const base of bases) {
    const url = pathOf(base);
    const made = await api.post(collectionOf(base), base);
    if (made.status >= 300) throw new Error(`the base of ${kind} is refused: ${JSON.stringify(made.body)}`);
    // A claim's size can change only once it is bound, as it is when it is in use.
    if (base.kind === 'PersistentVolumeClaim')
      await api.patch(`${url}/status`, { status: { phase: 'Bound', capacity: { storage: '10Gi' } } });
    try {
      for (const { edits } of fc.sample(randomCase(base, type, schema), { numRuns: perBase, seed })) {
        const manifest = named(apply(base, edits));
        const own = ownVerdict(admitUpdate(base, manifest, version));
        const answer = await api.patch(`${url}?dryRun=All&fieldValidation=Strict`, mergePatch(base, manifest));
        const server = verdictOf(answer);
        const difference = differenceOf(server, own);
        updates++;
        if (server.stage !== 'accepted') rejected++;
        if (difference !== undefined)
          disagreements.push({ version: String(version), difference, old: base, manifest, server, own });
      }
    } finally {
      await api.patch(url, { metadata: { finalizers: null } });
      await api.delete(`${url}?propagationPolicy=Background`);
    }
  }
  return { kind, updates, rejected, disagreements };
}

/** An update of another object is none, and some metadata are the server's own. */
function named(manifest: JsonObject): JsonObject {
  const { labels, annotations } = objectOf(manifest.metadata);
  return { ...manifest, metadata: { name: 'web', ...(labels && { labels }), ...(annotations && { annotations }) } };
}

/** A patch that does not decode is told of as a whole: then the verdicts alone are compared. */
function differenceOf(server: Verdict, own: Verdict): Difference | undefined {
  const isOfPatch = server.paths.includes('patch');
  return compare(isOfPatch ? { ...server, stage: 'other' } : server, own);
}

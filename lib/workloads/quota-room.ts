import type { ManifestSet, SetObject, WorkloadObject } from '../kubernetes/set/manifest-set';
import { rememberPerSet } from '../kubernetes/set/remember';
import { formatBytes, formatDecimal, ONE, parseQuantity } from '../kubernetes/text/quantity';
import { groupedBy } from '../kubernetes/views/groups';
import { type JsonObject, objectOf, stringsOf } from '../kubernetes/views/json';
import type { PodTemplate } from '../kubernetes/views/pod-template';
import { replicasOf } from './replicas';
import { withoutVariants } from './variants';

/** A ResourceQuota that has no room for one pod more than the set runs. */
export interface FullQuota {
  readonly name: string;
  /** As the quota spells it: `pods`, `requests.cpu`. */
  readonly resource: string;
  readonly hard: string;
  /** What the set's workloads of the namespace ask for at rest, at least. */
  readonly used: string;
  /** What one more pod asks for. */
  readonly needed: string;
}

/** Scopes that a long-running pod which asks for resources is in. */
const SCOPES: ReadonlySet<string> = new Set(['NotTerminating', 'NotBestEffort']);

/** Finds a quota of the workload's namespace that refuses a pod beside those that run; what asks for nothing counts as 0. */
export function fullQuotaOf(set: ManifestSet, { namespace, workload }: SetObject): FullQuota | undefined {
  if (workload === undefined) return undefined;
  for (const quota of quotasOf(set).get(namespace) ?? []) {
    const spec = objectOf(quota.manifest.spec);
    for (const [resource, written] of Object.entries(objectOf(spec.hard))) {
      const hard = parseQuantity(written);
      const needed = amountOf(workload.template, resource);
      if (hard === undefined || needed === undefined || needed === 0n) continue;
      const used = usedBy(set, namespace, resource);
      if (used + needed <= hard) continue;
      const show = /memory|storage/.test(resource) ? formatBytes : formatDecimal;
      const name = quota.ref.name ?? '';
      return { name, resource, hard: show(hard), used: show(used), needed: show(needed) };
    }
  }
  return undefined;
}

const quotasOf = rememberPerSet((set) => {
  const readable = withoutVariants(set.ofKind('ResourceQuota', '')).filter(({ manifest }) => {
    const { scopes, scopeSelector } = objectOf(manifest.spec);
    return scopeSelector === undefined && stringsOf(scopes).every((scope) => SCOPES.has(scope));
  });
  return groupedBy(readable, ({ namespace }) => namespace);
});

const workloadsIn = rememberPerSet((set) => groupedBy(withoutVariants(set.workloads), ({ namespace }) => namespace));

/** By namespace and resource, what was asked for once: every workload of a namespace has the same neighbours. */
const usage = rememberPerSet(() => new Map<string, bigint>());

function usedBy(set: ManifestSet, namespace: string, resource: string): bigint {
  const known = usage(set);
  const key = `${namespace}/${resource}`;
  const used = known.get(key) ?? sumOf(set, workloadsIn(set).get(namespace) ?? [], resource);
  known.set(key, used);
  return used;
}

function sumOf(set: ManifestSet, objects: readonly WorkloadObject[], resource: string): bigint {
  let used = 0n;
  for (const object of objects) {
    const { workload } = object;
    // Of a DaemonSet nobody knows the nodes, of a Job the hour.
    if (workload.job !== undefined || workload.kind === 'DaemonSet') continue;
    const pods = workload.kind === 'Pod' ? 1 : (replicasOf(set, object) ?? 0);
    used += BigInt(Math.max(0, Math.trunc(pods))) * (amountOf(workload.template, resource) ?? 0n);
  }
  return used;
}

/** What one pod counts against a quota's resource, in billionths; undefined for what pods do not use up. */
function amountOf(template: PodTemplate, resource: string): bigint | undefined {
  if (resource === 'pods' || resource === 'count/pods') return ONE;
  const [list, name] = /^(requests|limits)\.(.+)$/.exec(resource)?.slice(1) ?? ['requests', resource];
  if (name === undefined || (list === 'requests' && name === resource && !/^(cpu|memory)$/.test(name)))
    return undefined;
  const of = ({ requests, limits }: { readonly requests: JsonObject; readonly limits: JsonObject }) =>
    parseQuantity((list === 'limits' ? limits : { ...limits, ...requests })[name]) ?? 0n;
  return [...template.containers, ...template.sidecars].reduce((sum, container) => sum + of(container), 0n);
}

import type { ManifestSet, SetObject } from '../kubernetes/set/manifest-set';
import { matches, selectorOf } from '../kubernetes/set/selector';
import { objectOf, objectsOf, stringsOf } from '../kubernetes/views/json';
import { labelsOf } from '../kubernetes/views/manifest';
import type { PodTemplate } from '../kubernetes/views/pod-template';
import { type FullQuota, fullQuotaOf } from './quota-room';

/** What is taken for the number of nodes, and of zones, of a cluster that nobody describes. */
export const USUAL_DOMAINS = 3;

const DOMAINS: Readonly<Record<string, Domain>> = {
  'kubernetes.io/hostname': 'node',
  'topology.kubernetes.io/zone': 'zone',
  'failure-domain.beta.kubernetes.io/zone': 'zone',
};

type Domain = 'node' | 'zone';

/** A required anti-affinity by which a new pod goes to no node (or zone) that has another of its workload. */
export interface Apart {
  readonly domain: Domain;
  /** Field path of the term. */
  readonly path: string;
}

/** A device of which every pod needs its own: an extended resource such as nvidia.com/gpu. */
export interface Device {
  readonly resource: string;
  readonly container: string;
  /** Field path of the resources that name it. */
  readonly path: string;
}

/** What a pod that a rolling update adds beside the old ones has to find. */
export interface SurgeRoom {
  readonly apart: Apart | undefined;
  readonly device: Device | undefined;
  /** A quota of the namespace that the set's own pods fill. */
  readonly quota: FullQuota | undefined;
}

/** Reads what the surge pod of a workload has to find; nothing where the object is no workload. */
export function surgeRoomOf(set: ManifestSet, object: SetObject): SurgeRoom {
  const template = object.workload?.template;
  if (template === undefined) return { apart: undefined, device: undefined, quota: undefined };
  return {
    apart: apartOf(template, object.namespace),
    device: deviceOf(template),
    quota: fullQuotaOf(set, object),
  };
}

/** A term that names the template's hash compares pods of one version alone: old ones do not keep new ones away. */
function apartOf(template: PodTemplate, namespace: string): Apart | undefined {
  const affinity = objectOf(objectOf(template.spec.affinity).podAntiAffinity);
  const labels = { ...labelsOf({ metadata: { labels: template.labels } }) };
  const list = 'requiredDuringSchedulingIgnoredDuringExecution';
  const found = objectsOf(affinity[list]).flatMap(({ index, item }) => {
    const domain = DOMAINS[String(item.topologyKey)];
    const namespaces = stringsOf(item.namespaces);
    const isOwn = namespaces.length === 0 || namespaces.includes(namespace);
    const isByVersion = stringsOf(item.matchLabelKeys).includes('pod-template-hash');
    if (domain === undefined || !isOwn || isByVersion || !matches(selectorOf(item.labelSelector), labels)) return [];
    return [{ domain, path: `${template.path}.affinity.podAntiAffinity.${list}[${index}]` }];
  });
  return found.find(({ domain }) => domain === 'zone') ?? found[0];
}

function deviceOf({ containers, sidecars }: PodTemplate): Device | undefined {
  for (const { name, path, limits, requests } of [...containers, ...sidecars]) {
    const resource = Object.keys({ ...limits, ...requests }).find(isExtended);
    if (resource !== undefined) return { resource, container: name, path: `${path}.resources` };
  }
  return undefined;
}

/** @see https://kubernetes.io/docs/tasks/configure-pod-container/extended-resource/ */
function isExtended(resource: string): boolean {
  return /^[^/]+\.[^/]+\//.test(resource) && !/(^|\.)kubernetes\.io\//.test(resource);
}

import { isObject, type JsonObject } from '../../../lib/kubernetes/views/json';

const RESOURCES: Readonly<Record<string, string>> = {
  NetworkPolicy: 'networkpolicies',
  Ingress: 'ingresses',
};

/** The plural of a kind in URLs. */
function resourceOf(kind: string): string {
  return RESOURCES[kind] ?? `${kind.toLowerCase()}s`;
}

/** The collection that objects of a kind are created in. */
export function collectionOf(object: JsonObject, namespace = 'default'): string {
  const apiVersion = String(object.apiVersion);
  const kind = String(object.kind);
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return kind === 'Namespace' ? `${root}/namespaces` : `${root}/namespaces/${namespace}/${resourceOf(kind)}`;
}

/** The URL path of one object by its name. */
export function pathOf(object: JsonObject, namespace = 'default'): string {
  const name = isObject(object.metadata) ? String(object.metadata.name) : '';
  return `${collectionOf(object, namespace)}/${encodeURIComponent(name)}`;
}

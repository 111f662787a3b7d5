import { type JsonObject, objectOf, stringMapOf, stringOf } from './json';

/** One Kubernetes object as plain JSON, exactly as it was written. */
export type Manifest = JsonObject;

/** What names an object; the shape of every `object` in JSON output. Absent values are null. */
export interface ObjectRef {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
}

/** Reads what names an object. */
export function refOf(manifest: Manifest): ObjectRef {
  const metadata = objectOf(manifest.metadata);
  return {
    apiVersion: stringOf(manifest.apiVersion) ?? null,
    kind: stringOf(manifest.kind) ?? null,
    namespace: stringOf(metadata.namespace) || null,
    name: stringOf(metadata.name) ?? stringOf(metadata.generateName) ?? null,
  };
}

/** The API group of an apiVersion: `apps` of `apps/v1`, the empty string of `v1`. */
export function groupOf(apiVersion: string | null): string {
  const slash = apiVersion?.indexOf('/') ?? -1;
  return slash < 0 ? '' : (apiVersion as string).slice(0, slash);
}

/** One key an identity: two objects with equal group, kind, namespace and name are the same object to a cluster. */
export function identityOf(ref: ObjectRef): string {
  return [groupOf(ref.apiVersion), ref.kind, ref.namespace, ref.name].map((part) => part ?? '').join('|');
}

/** How a person names an object: `Deployment shop/cart`. */
export function describeRef(ref: ObjectRef): string {
  const name = ref.name ?? '(no name)';
  return `${ref.kind ?? '(no kind)'} ${ref.namespace === null ? name : `${ref.namespace}/${name}`}`;
}

export function labelsOf(manifest: Manifest): Readonly<Record<string, string>> {
  return stringMapOf(objectOf(manifest.metadata).labels);
}

export function annotationsOf(manifest: Manifest): Readonly<Record<string, string>> {
  return stringMapOf(objectOf(manifest.metadata).annotations);
}

import { objectOf, objectsOf, stringOf } from '../../kubernetes/json';
import { labelsOf } from '../../kubernetes/manifest';
import type { ManifestSet, SetObject } from '../../kubernetes/manifest-set';
import type { Workload } from '../../kubernetes/workload';

/** A workload of a set. */
export type WorkloadObject = SetObject & { readonly workload: Workload };

/** What runs and stands together under one name in one namespace. */
export interface App {
  readonly namespace: string | null;
  readonly name: string;
  readonly workloads: readonly WorkloadObject[];
  /** Services, budgets, autoscalers, Ingresses, configuration and claims of its workloads. */
  readonly others: readonly SetObject[];
}

/** The apps of a set, in the order in which their first workload stands there. */
export function appsOf(set: ManifestSet): readonly App[] {
  const groups = new Map<string, WorkloadObject[]>();
  const seen = new Set<string>();
  for (const object of set.workloads) {
    // A variant of an object (another file's base or overlay) is the same app.
    if (seen.has(object.identity)) continue;
    seen.add(object.identity);
    const key = `${object.namespace}/${nameOf(object)}`;
    groups.set(key, [...(groups.get(key) ?? []), object]);
  }
  return [...groups.values()].map((workloads) => appOf(set, workloads));
}

function nameOf({ manifest, ref, workload }: WorkloadObject): string {
  const labels = { ...workload.template.labels, ...labelsOf(manifest) };
  return labels['app.kubernetes.io/name'] ?? labels.app ?? ref.name ?? 'unnamed';
}

function appOf(set: ManifestSet, workloads: readonly WorkloadObject[]): App {
  const [first] = workloads as readonly [WorkloadObject, ...WorkloadObject[]];
  const others = workloads.flatMap((object) => {
    const services = set.servicesOf(object);
    const fronts = services.flatMap((service) => frontsOf(set, service));
    const configuration = referencesOf(object.workload).flatMap(({ kind, name }) =>
      set.named(kind, object.namespace, name),
    );
    return [...services, ...fronts, ...set.autoscalersOf(object), ...set.budgetsOf(object), ...configuration];
  });
  const unique = [...new Map(others.map((object) => [object.identity, object])).values()];
  return { namespace: first.namespace === '' ? null : first.namespace, name: nameOf(first), workloads, others: unique };
}

/** Ingresses and HTTPRoutes that send to a Service. */
function frontsOf(set: ManifestSet, service: SetObject): readonly SetObject[] {
  const name = service.ref.name ?? '';
  return [...set.ofKind('Ingress'), ...set.ofKind('HTTPRoute')].filter(
    (front) => front.namespace === service.namespace && namesService(front.manifest.spec, name),
  );
}

function namesService(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => namesService(item, name));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => {
    const isBackend = key === 'service' || key === 'backendRefs';
    if (isBackend && (Array.isArray(child) ? child : [child]).some((item) => objectOf(item).name === name)) return true;
    return (key === 'serviceName' && child === name) || namesService(child, name);
  });
}

/** A ConfigMap, Secret or claim that a pod cannot start without. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';
  readonly name: string;
}

/** What the pods of a workload take from other objects of their namespace; optional references are left out. */
export function referencesOf({ template }: Workload): readonly Reference[] {
  const containers = [...template.initContainers, ...template.sidecars, ...template.containers];
  const found = [
    ...containers.flatMap(({ written }) =>
      [...objectsOf(written.envFrom), ...objectsOf(written.env)].flatMap(({ item }) => inEnvironment(item)),
    ),
    ...template.volumes.flatMap(({ written }) => inVolume(written)),
  ];
  return [...new Map(found.map((each) => [`${each.kind}/${each.name}`, each])).values()];
}

function inEnvironment(item: unknown): readonly Reference[] {
  const { configMapRef, secretRef, valueFrom } = objectOf(item);
  const { configMapKeyRef, secretKeyRef } = objectOf(valueFrom);
  return [
    ...[configMapRef, configMapKeyRef].flatMap((source) => reference('ConfigMap', objectOf(source).name, source)),
    ...[secretRef, secretKeyRef].flatMap((source) => reference('Secret', objectOf(source).name, source)),
  ];
}

function inVolume({
  configMap,
  secret,
  persistentVolumeClaim,
  projected,
}: ReturnType<typeof objectOf>): readonly Reference[] {
  return [
    ...reference('ConfigMap', objectOf(configMap).name, configMap),
    ...reference('Secret', objectOf(secret).secretName, secret),
    ...reference('PersistentVolumeClaim', objectOf(persistentVolumeClaim).claimName, persistentVolumeClaim),
    ...objectsOf(objectOf(projected).sources).flatMap(({ item }) => [
      ...reference('ConfigMap', objectOf(item.configMap).name, item.configMap),
      ...reference('Secret', objectOf(item.secret).name, item.secret),
    ]),
  ];
}

function reference(kind: Reference['kind'], name: unknown, source: unknown): readonly Reference[] {
  const text = stringOf(name);
  return text === undefined || text === '' || objectOf(source).optional === true ? [] : [{ kind, name: text }];
}

import { parseQuantity } from '../../kubernetes/text/quantity';
import { type JsonObject, objectOf, objectsOf, stringOf } from '../../kubernetes/views/json';
import type { ContainerView, PodView } from '../evidence/pod-view';

// Fields are written as people read them: list items by name, not by position.

/** One resource of a container: `spec.containers[name=web].resources.limits.memory`. */
export function resourceField(
  container: ContainerView | undefined,
  list: 'requests' | 'limits',
  resource: string,
): string {
  return `${container?.field ?? 'spec.containers[*]'}.resources.${list}${/[./]/.test(resource) ? `["${resource}"]` : `.${resource}`}`;
}

/** The app container that asks for most of a resource; undefined where none asks. */
export function largestRequester(pod: PodView, resource: string): ContainerView | undefined {
  let found: { readonly container: ContainerView; readonly amount: bigint } | undefined;
  for (const container of pod.containers) {
    const amount = parseQuantity(container.spec.requests[resource] ?? container.spec.limits[resource]);
    if (amount !== undefined && amount > (found?.amount ?? 0n)) found = { container, amount };
  }
  return found?.container;
}

/** What all containers of a pod ask for of a resource, as written: `api: 3, sidecar: 100m`. */
export function requestsOf(pod: PodView, resource: string): string {
  return pod.containers
    .map(({ name, spec }) => ({ name, amount: spec.requests[resource] ?? spec.limits[resource] }))
    .filter(({ amount }) => amount !== undefined && amount !== null)
    .map(({ name, amount }) => `${name} ${String(amount)}`)
    .join(', ');
}

type ConfigKind = 'ConfigMap' | 'Secret';

const ENV_SOURCE = { ConfigMap: 'configMapKeyRef', Secret: 'secretKeyRef' } as const;
const ENV_FROM = { ConfigMap: 'configMapRef', Secret: 'secretRef' } as const;

/** Where a container takes a ConfigMap or Secret into its environment; the general place where its spec does not tell. */
export function envField(container: ContainerView, kind: ConfigKind, name: string | undefined, key?: string): string {
  const { written } = container.spec;
  for (const { index, item } of objectsOf(written.env)) {
    const source = objectOf(objectOf(item.valueFrom)[ENV_SOURCE[kind]]);
    const isNamed = name === undefined || source.name === name;
    if (Object.keys(source).length === 0 || !isNamed || (key !== undefined && source.key !== key)) continue;
    const entry = stringOf(item.name) ?? String(index);
    return `${container.field}.env[name=${entry}].valueFrom.${ENV_SOURCE[kind]}.${key === undefined ? 'name' : 'key'}`;
  }
  for (const { index, item } of objectsOf(written.envFrom)) {
    const source = objectOf(item[ENV_FROM[kind]]);
    if (Object.keys(source).length > 0 && source.name === name) {
      return `${container.field}.envFrom[${index}].${ENV_FROM[kind]}.name`;
    }
  }
  return `${container.field}.env|envFrom ${kind === 'Secret' ? 'secret' : 'configMap'} ref`;
}

/** Where a volume names what it is made of: `spec.volumes[name=cfg].configMap.name`. */
export function volumeField(volume: JsonObject | undefined): string | undefined {
  if (volume === undefined) return undefined;
  const base = `spec.volumes[name=${stringOf(volume.name) ?? ''}]`;
  if (volume.configMap !== undefined) return `${base}.configMap.name`;
  if (volume.secret !== undefined) return `${base}.secret.secretName`;
  if (volume.persistentVolumeClaim !== undefined) return `${base}.persistentVolumeClaim.claimName`;
  const source = Object.keys(volume).find((key) => key !== 'name');
  return source === undefined ? base : `${base}.${source}`;
}

/** The volumes of a pod as written. */
export function volumesOf(pod: PodView): readonly JsonObject[] {
  return objectsOf(pod.spec.volumes).map(({ item }) => item);
}

/** The volume that mounts a claim; where no name is given, the first volume that mounts any. */
export function claimVolume(pod: PodView, claim: string | undefined): JsonObject | undefined {
  const mounting = volumesOf(pod).filter((volume) => volume.persistentVolumeClaim !== undefined);
  return mounting.find((volume) => objectOf(volume.persistentVolumeClaim).claimName === claim) ?? mounting[0];
}

/** The volume that is made of a ConfigMap or Secret, directly or by projection. */
export function configVolume(pod: PodView, kind: ConfigKind, name: string | undefined): JsonObject | undefined {
  return volumesOf(pod).find((volume) => {
    const direct = kind === 'ConfigMap' ? objectOf(volume.configMap).name : objectOf(volume.secret).secretName;
    if (direct !== undefined && (name === undefined || direct === name)) return true;
    const sources = objectsOf(objectOf(volume.projected).sources);
    return sources.some(
      ({ item }) => name !== undefined && objectOf(item[kind === 'ConfigMap' ? 'configMap' : 'secret']).name === name,
    );
  });
}

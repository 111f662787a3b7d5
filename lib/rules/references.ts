import { type Json, objectOf, objectsOf, stringOf } from '../kubernetes/json';
import { allContainers, type PodTemplate } from '../kubernetes/pod-template';

/** An object that a pod needs by name. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';
  readonly name: string;
  /** Field path of the name. */
  readonly path: string;
  readonly container: string | undefined;
}

/** Everything that a pod cannot start without; what is marked optional is left out. */
export function* referencesOf(template: PodTemplate): Iterable<Reference> {
  const { spec, path } = template;
  for (const container of allContainers(template)) {
    for (const { written, path: at } of container.env) {
      const from = objectOf(written.valueFrom);
      yield* named('ConfigMap', from.configMapKeyRef, 'name', `${at}.valueFrom.configMapKeyRef`, container.name);
      yield* named('Secret', from.secretKeyRef, 'name', `${at}.valueFrom.secretKeyRef`, container.name);
    }
    for (const { index, item } of objectsOf(container.written.envFrom)) {
      const at = `${container.path}.envFrom[${index}]`;
      yield* named('ConfigMap', item.configMapRef, 'name', `${at}.configMapRef`, container.name);
      yield* named('Secret', item.secretRef, 'name', `${at}.secretRef`, container.name);
    }
  }
  for (const { written, path: at } of template.volumes) {
    yield* named('ConfigMap', written.configMap, 'name', `${at}.configMap`);
    yield* named('Secret', written.secret, 'secretName', `${at}.secret`);
    yield* named('PersistentVolumeClaim', written.persistentVolumeClaim, 'claimName', `${at}.persistentVolumeClaim`);
    for (const { index, item } of objectsOf(objectOf(written.projected).sources)) {
      yield* named('ConfigMap', item.configMap, 'name', `${at}.projected.sources[${index}].configMap`);
      yield* named('Secret', item.secret, 'name', `${at}.projected.sources[${index}].secret`);
    }
  }
  for (const { index, item } of objectsOf(spec.imagePullSecrets)) {
    yield* named('Secret', item, 'name', `${path}.imagePullSecrets[${index}]`);
  }
  yield* named('ServiceAccount', spec, 'serviceAccountName', path);
}

function* named(
  kind: Reference['kind'],
  holder: Json | undefined,
  key: string,
  path: string,
  container?: string,
): Iterable<Reference> {
  const written = objectOf(holder);
  const name = stringOf(written[key]);
  if (name && written.optional !== true) yield { kind, name, path: `${path}.${key}`, container };
}

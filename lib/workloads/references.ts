import { type Json, objectOf, objectsOf, stringOf } from '../kubernetes/views/json';
import { allContainers, type PodTemplate } from '../kubernetes/views/pod-template';

/** An object that a pod needs by name. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';
  readonly name: string;
  /** What the pod needs it for: an environment cannot be made, a volume not mounted, an image not pulled without it. */
  readonly use: 'environment' | 'volume' | 'pull' | 'account';
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
      yield* named(
        'ConfigMap',
        'environment',
        from.configMapKeyRef,
        'name',
        `${at}.valueFrom.configMapKeyRef`,
        container.name,
      );
      yield* named('Secret', 'environment', from.secretKeyRef, 'name', `${at}.valueFrom.secretKeyRef`, container.name);
    }
    for (const { index, item } of objectsOf(container.written.envFrom)) {
      const at = `${container.path}.envFrom[${index}]`;
      yield* named('ConfigMap', 'environment', item.configMapRef, 'name', `${at}.configMapRef`, container.name);
      yield* named('Secret', 'environment', item.secretRef, 'name', `${at}.secretRef`, container.name);
    }
  }
  for (const { written, path: at } of template.volumes) {
    yield* named('ConfigMap', 'volume', written.configMap, 'name', `${at}.configMap`);
    yield* named('Secret', 'volume', written.secret, 'secretName', `${at}.secret`);
    yield* named(
      'PersistentVolumeClaim',
      'volume',
      written.persistentVolumeClaim,
      'claimName',
      `${at}.persistentVolumeClaim`,
    );
    for (const { index, item } of objectsOf(objectOf(written.projected).sources)) {
      yield* named('ConfigMap', 'volume', item.configMap, 'name', `${at}.projected.sources[${index}].configMap`);
      yield* named('Secret', 'volume', item.secret, 'name', `${at}.projected.sources[${index}].secret`);
    }
  }
  for (const { index, item } of objectsOf(spec.imagePullSecrets)) {
    yield* named('Secret', 'pull', item, 'name', `${path}.imagePullSecrets[${index}]`);
  }
  yield* named('ServiceAccount', 'account', spec, 'serviceAccountName', path);
}

function* named(
  kind: Reference['kind'],
  use: Reference['use'],
  holder: Json | undefined,
  key: string,
  path: string,
  container?: string,
): Iterable<Reference> {
  const written = objectOf(holder);
  const name = stringOf(written[key]);
  if (name && written.optional !== true) yield { kind, name, use, path: `${path}.${key}`, container };
}

import { API_DEFAULTS } from '../versions/api-defaults';
import { type Container, containerOf } from './container';
import { integerOf, type JsonObject, objectOf, objectsOf, stringMapOf, stringOf } from './json';

/** What a controller makes pods of, or the pod itself. */
export interface PodTemplate {
  /** Field path of the pod spec: `spec.template.spec`, or `spec` for a Pod. */
  readonly path: string;
  /** Field path of what holds metadata and spec: `spec.template`, or the empty string for a Pod. */
  readonly templatePath: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
  /** Regular containers, in order. */
  readonly containers: readonly Container[];
  /** Init containers that run to completion. */
  readonly initContainers: readonly Container[];
  /** Native sidecars: init containers with restartPolicy Always. */
  readonly sidecars: readonly Container[];
  /** After defaulting: Always. */
  readonly restartPolicy: string;
  /** After defaulting: 30 s. */
  readonly terminationGracePeriodSeconds: number;
  readonly volumes: ReadonlyArray<{ readonly path: string; readonly name: string; readonly written: JsonObject }>;
}

/** Reads a pod template (or a Pod, with the empty path). */
export function podTemplateOf(holder: JsonObject, templatePath: string): PodTemplate {
  const metadata = objectOf(holder.metadata);
  const spec = objectOf(holder.spec);
  const path = templatePath === '' ? 'spec' : `${templatePath}.spec`;
  const read = (list: 'containers' | 'initContainers') =>
    objectsOf(spec[list]).map(({ index, item }) => containerOf(item, `${path}.${list}[${index}]`, list));
  const init = read('initContainers');
  return {
    path,
    templatePath,
    labels: stringMapOf(metadata.labels),
    annotations: stringMapOf(metadata.annotations),
    spec,
    containers: read('containers'),
    initContainers: init.filter((container) => container.role === 'init'),
    sidecars: init.filter((container) => container.role === 'sidecar'),
    restartPolicy: stringOf(spec.restartPolicy) || 'Always',
    terminationGracePeriodSeconds:
      integerOf(spec.terminationGracePeriodSeconds) ?? API_DEFAULTS.pod.terminationGracePeriodSeconds,
    volumes: objectsOf(spec.volumes).map(({ index, item }) => ({
      path: `${path}.volumes[${index}]`,
      name: stringOf(item.name) ?? '',
      written: item,
    })),
  };
}

/** All containers that start with the pod, in the order in which they start. */
export function allContainers(template: PodTemplate): readonly Container[] {
  return [...template.initContainers, ...template.sidecars, ...template.containers];
}

import type { Report } from '../report';
import type { Container, EphemeralContainer, ObjectMeta, PodSpec, Volume } from '../structure/generated/types';

/** What the checks of one pod spec share. */
export interface PodContext {
  readonly report: Report;
  /** After defaulting, and without the fields that the version drops. */
  readonly spec: PodSpec;
  /** `spec` of a Pod, `spec.template.spec` of a Deployment. */
  readonly path: string;
  /** Of a Pod; undefined for a template. */
  readonly podMetadata: ObjectMeta | undefined;
  /** The volumes that are valid themselves, by name: a mount of another one is not found. */
  readonly volumes: ReadonlyMap<string, Volume>;
}

export type AnyContainer = Container & EphemeralContainer;

/** All containers with their paths, in the order of the API: init, regular, ephemeral (pkg/api/pod VisitContainers). */
export function containersOf(spec: PodSpec, path: string): ReadonlyArray<readonly [AnyContainer, string]> {
  const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;
  return lists.flatMap((list) =>
    (spec[list] ?? []).map((container, index) => [container, `${path}.${list}[${index}]`] as const),
  );
}

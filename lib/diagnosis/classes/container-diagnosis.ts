import type { Evidence } from '../evidence/evidence';
import type { ContainerView, PodView } from '../evidence/pod-view';
import type { Match } from '../telling/match';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { type ExamplePod, examplePod } from './example';

/** A diagnosis of one container, which an init container can have as well. */
export interface ContainerDiagnosis
  extends Pick<Diagnosis, 'id' | 'severity' | 'title' | 'why' | 'fix' | 'see' | 'outcome'> {
  /** The class for an init container; null where it cannot have one. */
  readonly initId: string | null;
  /** The pod that shows it, for the app container and, with `init`, for an init container. */
  readonly example: ExamplePod;
  /** Events and other objects that belong to the example. */
  readonly exampleMore?: string;
  match(container: ContainerView, pod: PodView, evidence: Evidence): Match | undefined;
}

/** A native sidecar belongs to the start of its pod until all init containers are through. */
function belongsToStart(container: ContainerView, pod: PodView): boolean {
  if (container.role === 'init') return true;
  return container.role === 'sidecar' && pod.phase === 'Pending';
}

/** Makes the diagnosis of app containers and, prefixed, that of init containers. */
export function forContainers(base: ContainerDiagnosis): readonly Diagnosis[] {
  const { initId, example, exampleMore = '', match, ...rest } = base;
  const search = (init: boolean) => (pod: PodView, evidence: Evidence) => {
    for (const container of pod.containers) {
      if (belongsToStart(container, pod) !== init) continue;
      const found = match(container, pod, evidence);
      if (found !== undefined) return { container: container.name, ...found };
    }
    return undefined;
  };
  const app = definePodDiagnosis({ ...rest, evidence: examplePod(example) + exampleMore, match: search(false) });
  if (initId === null) return [app];
  const init = definePodDiagnosis({
    ...rest,
    id: initId,
    title: rest.title.replace(/^The container/, 'The init container'),
    evidence:
      examplePod({
        ...example,
        init: true,
        phase: example.phase === 'Running' ? 'Pending' : (example.phase ?? 'Pending'),
      }) + exampleMore.replaceAll('spec.containers{web}', 'spec.initContainers{migrate}'),
    match: search(true),
  });
  return [init, app];
}

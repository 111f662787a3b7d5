import type { Evidence } from '../evidence/evidence';
import type { ContainerView, PodView } from '../evidence/pod-view';
import type { Match } from '../telling/match';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { type ExamplePod, examplePod } from './example-pod';

type Texts = 'id' | 'topic' | 'family' | 'patience' | 'title' | 'why' | 'fix' | 'see';

/** A failure of one container, which an init container can have as well. */
export interface ContainerDiagnosis extends Pick<Diagnosis, Texts> {
  /** The class for an init container; null where it cannot have one. */
  readonly initId: string | null;
  /** The pod that shows it, for the app container and for an init container. */
  readonly example: ExamplePod;
  /** Events that belong to the example; without, for an init container as well. */
  readonly exampleEvents?: string;
  match(container: ContainerView, pod: PodView, evidence: Evidence): Match | undefined;
}

/** A native sidecar belongs to the start of its pod until all init containers are through. */
function belongsToStart(container: ContainerView, pod: PodView): boolean {
  if (container.role === 'init') return true;
  return container.role === 'sidecar' && pod.phase === 'Pending';
}

/** Makes the diagnosis of init containers, where they can have it, and that of app containers. */
export function forContainers(base: ContainerDiagnosis): readonly Diagnosis[] {
  const { initId, example, exampleEvents = '', match, ...rest } = base;
  const define = (isInit: boolean, more: Partial<Diagnosis>) =>
    definePodDiagnosis({
      ...rest,
      outcome: 'failed',
      role: 'cause',
      perContainer: true,
      evidence: examplePod(example, isInit) + exampleEvents,
      ...more,
      match(pod, evidence) {
        for (const container of pod.containers) {
          if (belongsToStart(container, pod) !== isInit) continue;
          const found = match(container, pod, evidence);
          if (found !== undefined) return { container: container.name, ...found };
        }
        return undefined;
      },
    });
  const app = define(false, {});
  if (initId === null) return [app];
  const title = rest.title.replace(/^The container/, 'The init container');
  return [define(true, { id: initId, initOf: rest.id, title }), app];
}

/** Of the diagnoses that are the same for init containers and app containers, the one of a container. */
export function classFor(diagnoses: readonly Diagnosis[], role: ContainerView['role'] | 'ephemeral'): Diagnosis {
  const isInit = role === 'init' && diagnoses.length > 1;
  return diagnoses.find(({ initOf }) => (initOf !== undefined) === isInit) as Diagnosis;
}

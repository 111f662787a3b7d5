import type { PodLane } from '../timeline';

/** What a pod is doing, as a picture tells it. */
export type PhaseName = 'starting' | 'ready' | 'stopping' | 'closed';

export interface Phase {
  readonly name: PhaseName;
  readonly from: number;
  readonly to: number;
}

/** What each phase is called in a legend. */
export const PHASE_LABELS: Readonly<Record<PhaseName, string>> = {
  starting: 'starting',
  ready: 'ready',
  stopping: 'deleted, still accepting',
  closed: 'closed, finishing',
};

/** Takes a pod's life apart into phases, up to a moment. */
export function phasesOf(pod: PodLane, until: number): readonly Phase[] {
  const gone = Math.min(pod.gone ?? until, until);
  const deleted = Math.min(pod.deleted ?? gone, gone);
  const ready = Math.min(pod.ready ?? deleted, deleted);
  const closes = Math.max(deleted, Math.min(pod.closes ?? deleted, gone));
  const phases: Phase[] = [
    { name: 'starting', from: pod.created, to: ready },
    { name: 'ready', from: Math.max(ready, pod.created), to: deleted },
    { name: 'stopping', from: deleted, to: closes },
    { name: 'closed', from: closes, to: gone },
  ];
  return phases.filter(({ from, to }) => to > from);
}

/** The last moment that a picture has to show. */
export function endOf(seconds: number, lost: ReadonlyArray<{ readonly atSeconds: number }>): number {
  return lost.reduce((end, { atSeconds }) => Math.max(end, atSeconds), Math.max(1, seconds));
}

/** The pods that are shown where there are too many: those that lost requests, then in order, evenly chosen. */
export function chosenPods(
  pods: readonly PodLane[],
  lost: ReadonlyArray<{ readonly pod: string | null }>,
  most: number,
): readonly PodLane[] {
  if (pods.length <= most) return pods;
  const losing = new Set(lost.map(({ pod }) => pod));
  const chosen = new Set(pods.filter(({ name }) => losing.has(name)).slice(0, Math.ceil(most / 2)));
  const others = pods.filter((pod) => !chosen.has(pod));
  const room = most - chosen.size;
  for (let index = 0; index < room; index++) {
    const pod = others[Math.floor((index * others.length) / room)];
    if (pod !== undefined) chosen.add(pod);
  }
  return pods.filter((pod) => chosen.has(pod));
}

/** Round numbers that divide a length into about so many parts. */
export function ticksOf(length: number, parts: number): readonly number[] {
  const rough = length / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  return Array.from(
    { length: Math.floor(length / step + 1e-9) + 1 },
    (_, index) => Math.round(index * step * 1000) / 1000,
  );
}

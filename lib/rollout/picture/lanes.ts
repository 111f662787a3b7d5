import type { LostMark, PodLane } from '../timeline';
import { escapeMarkup } from './markup';
import { type Phase, phasesOf } from './phases';
import { rounded, type Scale } from './scale';

export const LANE_HEIGHT = 16;

/** The bar of each phase: what serves is as high as its lane, what does not is thin, what is about to go is hollow. */
const BARS: Readonly<Record<Phase['name'], { readonly inset: number; readonly radius: number }>> = {
  starting: { inset: 5.5, radius: 2 },
  ready: { inset: 2, radius: 2 },
  stopping: { inset: 2.75, radius: 2 },
  closed: { inset: 6.5, radius: 1 },
};

/** Draws one phase from x to x, as attributes, at the top of its lane. */
export function barOf({ name }: Pick<Phase, 'name'>, version: PodLane['version'], place: string, top: number): string {
  const { inset, radius } = BARS[name];
  return `<rect class="${name} ${version}" ${place} y="${rounded(top + inset, 2)}" height="${rounded(LANE_HEIGHT - 2 * inset, 2)}" rx="${radius}"/>`;
}

/** Draws one pod's life: a bar for each phase, and a cross for each moment at which it lost requests. */
export function laneOf(pod: PodLane, lost: readonly LostMark[], id: string, top: number, scale: Scale): string {
  const own = lost.filter((mark) => mark.pod === pod.name);
  const bars = phasesOf(pod, scale.end).map((phase) => {
    const width = Math.max(0.15, (scale.share(phase.to) - scale.share(phase.from)) * 100);
    return barOf(phase, pod.version, `x="${scale.x(phase.from)}" width="${rounded(width, 2)}%"`, top);
  });
  const places = [...new Set(own.map(({ atSeconds }) => scale.x(atSeconds)))];
  return [
    `<g class="lane" id="${id}" data-pod="${escapeMarkup(pod.name)}"><title>${escapeMarkup(describeLane(pod, own))}</title>`,
    `<text class="dim end" x="-8" y="${top + 12}">${escapeMarkup(pod.name)}</text>`,
    ...bars,
    places.length === 0
      ? ''
      : `<text class="cross" x="${places.join(' ')}" y="${top + 13}">${'×'.repeat(places.length)}</text>`,
    '</g>',
  ].join('');
}

/** One pod's life in words. */
export function describeLane(pod: PodLane, lost: readonly LostMark[]): string {
  const at = (text: string, moment: number | null) =>
    moment === null || moment < 0 ? [] : [`${text} ${rounded(moment, 1)} s`];
  const isOld = pod.version === 'before';
  const causes = new Map<string, number>();
  for (const { cause, count } of lost) causes.set(cause, (causes.get(cause) ?? 0) + count);
  return [
    `${pod.name} (${isOld ? 'old' : 'new'} version)`,
    ...(isOld
      ? []
      : [
          ...at('created', pod.created),
          ...at('runs', pod.runs),
          ...at('answers', pod.answers),
          ...at('ready', pod.ready),
        ]),
    ...at('deleted', pod.deleted),
    ...at('SIGTERM', pod.sigterm),
    ...at('closes', pod.closes),
    ...at('gone', pod.gone),
    ...(pod.restarts > 0 ? [`${pod.restarts} restarts`] : []),
    ...[...causes].map(([cause, count]) => `lost ${count} (${cause})`),
  ].join(', ');
}

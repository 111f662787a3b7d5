import type { WorkloadReport } from '../report';
import { CAPACITY_HEIGHT, capacityOf } from './capacity';
import { groupedDigits } from './facts';
import { LANE_HEIGHT, laneOf } from './lanes';
import { chosenPods, endOf, ticksOf } from './phases';
import { Scale, stretched } from './scale';

/** Room that a chart needs around its plot, in pixels: captions above, names and numbers on the left. */
export const MARGIN = { top: 34, left: 84, right: 26 } as const;
const GAP = 24;
const MOST_LANES = 48;

/** One chart as markup; its plot begins at 0,0 and is as wide as what it is put into. */
export interface Chart {
  readonly body: string;
  /** Of the plot and what is below it. */
  readonly height: number;
  /** Where the lanes end. */
  readonly bottom: number;
  /** The moment at the right edge, in seconds. */
  readonly end: number;
  /** Which pods are shown, where not all are. */
  readonly sample: string | undefined;
}

/** Draws one report: capacity against load above, one lane a pod below, lost requests as marks in both. */
export function chartOf({ timeline }: WorkloadReport, id: string): Chart {
  const end = endOf(timeline.seconds, timeline.lost);
  const scale = new Scale(end);
  const pods = chosenPods(timeline.pods, timeline.lost, MOST_LANES);
  const lanesTop = CAPACITY_HEIGHT + GAP;
  const bottom = lanesTop + pods.length * LANE_HEIGHT;
  const ticks = ticksOf(end, 10);
  const body = [
    stretched(bottom, `<path class="grid" d="${ticks.map((tick) => `M${scale.pathX(tick)} 0V${bottom}`).join('')}"/>`),
    capacityOf(timeline, scale),
    ...pods.map((pod, index) => laneOf(pod, timeline.lost, `${id}-${index}`, lanesTop + index * LANE_HEIGHT, scale)),
    milestone(timeline.completedAtSeconds, 'complete', -8, bottom, scale),
    milestone(timeline.deadlineExceededAtSeconds, 'progress deadline exceeded', -21, bottom, scale),
    ...ticks.map((tick, index) => {
      const fine = index % 2 === 1 ? ' fine' : '';
      return `<text class="dim middle${fine}" x="${scale.x(tick)}" y="${bottom + 17}">${groupedDigits(tick)} s</text>`;
    }),
  ];
  return {
    body: body.filter((part) => part !== '').join('\n'),
    height: bottom + 24,
    bottom,
    end,
    sample: sampleOf(pods.length, timeline.pods.length),
  };
}

function milestone(at: number | null, text: string, y: number, bottom: number, scale: Scale): string {
  if (at === null || at <= 0 || at > scale.end) return '';
  const x = scale.x(at);
  const anchor = scale.share(at) < 0.5 ? '' : ' end';
  return `<line class="event" x1="${x}" x2="${x}" y1="${y + 4}" y2="${bottom}"/><text class="dim${anchor}" x="${x}" y="${y}">${text}</text>`;
}

function sampleOf(shown: number, all: number): string | undefined {
  if (shown === all) return undefined;
  return `A sample of ${groupedDigits(shown)} of ${groupedDigits(all)} pods: those that lost requests first, the others evenly chosen.`;
}

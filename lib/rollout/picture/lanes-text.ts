import type { Timeline } from '../timeline';
import { chosenPods, endOf, PHASE_LABELS, type PhaseName, phasesOf, ticksOf } from './phases';

const SIGN: Readonly<Record<PhaseName, string>> = { starting: '░', ready: '█', stopping: '▒', closed: '·' };
const LOST = '×';
const MOST_LANES = 14;

/** One line of the picture: the pod's name, and its life as signs. */
export interface TextLane {
  readonly name: string;
  readonly version: 'before' | 'after';
  readonly signs: string;
}

/** A timeline for a terminal of so many columns: one lane a pod, a scale below it. */
export interface TextPicture {
  readonly lanes: readonly TextLane[];
  readonly scale: string;
  readonly legend: string;
  /** Pods that there was no room for. */
  readonly hidden: number;
}

/** Draws a timeline as text. Requests that no pod was there for have a lane of their own, `none`. */
export function lanesText(timeline: Timeline, columns: number): TextPicture {
  const end = endOf(timeline.seconds, timeline.lost);
  const pods = chosenPods(timeline.pods, timeline.lost, MOST_LANES);
  const width = Math.max(...pods.map(({ name }) => name.length), 4);
  const cells = Math.max(20, columns - width - 2);
  const cellOf = (seconds: number) => Math.min(cells - 1, Math.max(0, Math.floor((seconds / end) * cells)));
  const lanes: TextLane[] = pods.map((pod) => {
    const signs = new Array<string>(cells).fill(' ');
    for (const { name, from, to } of phasesOf(pod, end))
      signs.fill(SIGN[name], cellOf(from), Math.max(cellOf(from), cellOf(to)) + 1);
    for (const mark of timeline.lost) if (mark.pod === pod.name) signs[cellOf(mark.atSeconds)] = LOST;
    return { name: pod.name.padEnd(width), version: pod.version, signs: signs.join('').trimEnd() };
  });
  const homeless = timeline.lost.filter(({ pod }) => pod === null);
  if (homeless.length > 0) {
    const signs = new Array<string>(cells).fill(' ');
    for (const { atSeconds } of homeless) signs[cellOf(atSeconds)] = LOST;
    lanes.push({ name: 'none'.padEnd(width), version: 'before', signs: signs.join('').trimEnd() });
  }
  const legend = (Object.keys(SIGN) as PhaseName[]).map((name) => `${SIGN[name]} ${PHASE_LABELS[name]}`);
  return {
    lanes,
    scale: `${' '.repeat(width + 2)}${scaleOf(end, cells, cellOf)}`,
    legend: [...legend, `${LOST} lost requests`].join('   '),
    hidden: timeline.pods.length - pods.length,
  };
}

function scaleOf(end: number, cells: number, cellOf: (seconds: number) => number): string {
  const signs = new Array<string>(cells).fill(' ');
  for (const tick of ticksOf(end, 5)) {
    const label = `${tick} s`;
    const at = Math.min(cellOf(tick), cells - label.length);
    if (signs.slice(Math.max(0, at - 1), at + label.length).every((sign) => sign === ' '))
      [...label].forEach((sign, index) => {
        signs[at + index] = sign;
      });
  }
  return signs.join('').trimEnd();
}

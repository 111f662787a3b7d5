import { describeRef } from '../../kubernetes/manifest';
import type { WorkloadReport } from '../report';
import type { LostMark, PodLane, Timeline } from '../timeline';
import { escapeMarkup } from './markup';
import { chosenPods, endOf, PHASE_LABELS, type PhaseName, phasesOf, ticksOf } from './phases';

/** Width of every chart, in pixels; what is within it is drawn between these margins. */
export const WIDTH = 960;
export const LEFT = 84;
export const RIGHT = 24;
const TOP = 58;
const CAPACITY_HEIGHT = 110;
const LANE = 15;
const GAP = 26;
const MOST_LANES = 48;

/** One chart as markup, and how high it is. */
export interface Chart {
  /** Object and verdict, where nothing around the chart says them. */
  readonly heading: string;
  readonly body: string;
  readonly height: number;
  /** Where the lanes end. */
  readonly bottom: number;
  /** The moment at the right edge, in seconds. */
  readonly end: number;
}

interface Scale {
  readonly end: number;
  x(seconds: number): number;
}

/** Draws one report: capacity against load above, one lane a pod below, lost requests as marks in both. */
export function chartOf(report: WorkloadReport, id: string): Chart {
  const { timeline } = report;
  const end = endOf(timeline.seconds, timeline.lost);
  const scale: Scale = { end, x: (seconds) => round(LEFT + (Math.max(0, seconds) / end) * (WIDTH - LEFT - RIGHT)) };
  const pods = chosenPods(timeline.pods, timeline.lost, MOST_LANES);
  const lanesTop = TOP + CAPACITY_HEIGHT + GAP;
  const bottom = lanesTop + pods.length * LANE;
  const hidden = timeline.pods.length - pods.length;
  const body = [
    grid(scale, TOP, bottom),
    capacity(timeline, scale),
    ...pods.map((pod, index) => lane(pod, index, lanesTop + index * LANE, timeline, scale, id)),
    ...milestones(timeline, scale, bottom),
    axis(scale, bottom),
    hidden > 0 ? `<text class="dim" x="${LEFT}" y="${bottom + 34}">and ${hidden} pods more</text>` : '',
    legend(bottom + (hidden > 0 ? 54 : 40)),
  ];
  return {
    heading: heading(report),
    body: body.filter((part) => part !== '').join('\n'),
    height: bottom + (hidden > 0 ? 64 : 50),
    bottom,
    end,
  };
}

function heading({ object, event, verdict, bounds, served }: WorkloadReport): string {
  const name = `${describeRef(object)}: ${event}`;
  const told = {
    'no-loss': 'loses nothing',
    'loss-possible': bounds.certain ? 'loses requests' : 'can lose requests',
    stalls: 'stalls',
  };
  const [hazard] = bounds.hazards;
  const why = bounds.stalls[0] ?? hazard?.why ?? (served ? '' : 'no request reaches these pods');
  const shown = why.length > 140 ? `${why.slice(0, 138)}…` : why;
  return [
    `<text class="title" x="12" y="22">${escapeMarkup(name)}</text>`,
    `<text x="12" y="42"><tspan class="${verdict}" font-weight="600">${told[verdict]}</tspan><tspan class="dim" dx="8">${escapeMarkup(shown)}</tspan></text>`,
  ].join('\n');
}

function grid({ end, x }: Scale, top: number, bottom: number): string {
  const lines = ticksOf(end, 10).map((tick) => `M${x(tick)} ${top}V${bottom}`);
  return `<path class="grid" d="${lines.join('')}"/>`;
}

function axis({ end, x }: Scale, bottom: number): string {
  return ticksOf(end, 10)
    .map((tick) => `<text class="dim middle" x="${x(tick)}" y="${bottom + 16}">${tick} s</text>`)
    .join('');
}

/** What the pods in the routers' lists can answer over time, against what is asked for. */
function capacity({ moments, capacityPerPod, requestsPerSecond, lost }: Timeline, { end, x }: Scale): string {
  const values = moments.map(({ atSeconds, serving }) => ({ at: atSeconds, value: serving * capacityPerPod }));
  const most = Math.max(requestsPerSecond, ...values.map(({ value }) => value), 1) * 1.1;
  const y = (value: number) => round(TOP + CAPACITY_HEIGHT * (1 - value / most));
  const steps = values
    .filter(({ at }) => at <= end)
    .map(({ at, value }, index) => (index === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`));
  const line = `${steps.join('')}H${x(end)}`;
  const floor = TOP + CAPACITY_HEIGHT;
  const load = y(requestsPerSecond);
  const marks = lost.map((mark) => `M${x(mark.atSeconds)} ${floor}v-7`).join('');
  return [
    `<path class="grid" d="M${LEFT} ${floor}H${x(end)}"/>`,
    steps.length === 0
      ? ''
      : `<path class="capacity" d="${line}V${floor}H${LEFT}Z"/><path class="capacity-line" d="${line}"/>`,
    `<text class="dim end" x="${LEFT - 8}" y="${TOP + 10}">requests/s</text>`,
    `<text class="dim end" x="${LEFT - 8}" y="${floor}">0</text>`,
    requestsPerSecond > 0
      ? `<path class="load" d="M${LEFT} ${load}H${x(end)}"/><text class="load end" x="${LEFT - 8}" y="${load + 4}">${Math.round(requestsPerSecond)}</text>`
      : '',
    marks === '' ? '' : `<path class="lost" d="${marks}"/>`,
  ].join('');
}

function lane(pod: PodLane, index: number, top: number, timeline: Timeline, { end, x }: Scale, id: string): string {
  const bars = phasesOf(pod, end).map(
    ({ name, from, to }) =>
      `<rect class="${name} ${pod.version}" x="${x(from)}" y="${top + 2}" width="${round(Math.max(1, x(to) - x(from)))}" height="${LANE - 4}" rx="2"/>`,
  );
  const lost = timeline.lost.filter((mark) => mark.pod === pod.name);
  const middle = top + LANE / 2;
  const crosses = lost.map(({ atSeconds }) => `M${round(x(atSeconds) - 3)} ${middle - 3}l6 6m0 -6l-6 6`).join('');
  return [
    `<g class="lane" id="${id}-${index}" data-pod="${escapeMarkup(pod.name)}"><title>${escapeMarkup(describeLane(pod, lost))}</title>`,
    `<text class="dim end" x="${LEFT - 8}" y="${top + 11}">${escapeMarkup(pod.name)}</text>`,
    ...bars,
    crosses === '' ? '' : `<path class="lost" d="${crosses}"/>`,
    '</g>',
  ].join('');
}

/** One pod's life in words. */
export function describeLane(pod: PodLane, lost: readonly LostMark[]): string {
  const at = (text: string, moment: number | null) =>
    moment === null || moment < 0 ? [] : [`${text} ${round(moment)} s`];
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

function milestones(
  { completedAtSeconds, deadlineExceededAtSeconds }: Timeline,
  { x }: Scale,
  bottom: number,
): readonly string[] {
  const mark = (at: number | null, text: string) => {
    if (at === null || at <= 0) return '';
    const isLeft = x(at) < LEFT + 120;
    return `<path class="event" d="M${x(at)} ${TOP}V${bottom}"/><text class="dim${isLeft ? '' : ' end'}" x="${x(at) + (isLeft ? 2 : 0)}" y="${TOP - 2}">${text}</text>`;
  };
  return [mark(completedAtSeconds, 'complete'), mark(deadlineExceededAtSeconds, 'reported as failed')];
}

function legend(y: number): string {
  let x = LEFT;
  const item = (swatch: (x: number) => string, text: string) => {
    const drawn = `${swatch(x)}<text class="dim" x="${round(x + 17)}" y="${y + 3}">${text}</text>`;
    x += 32 + text.length * 5.9;
    return drawn;
  };
  const box = (name: string) => (at: number) =>
    `<rect class="${name}" x="${round(at)}" y="${y - 6}" width="12" height="10" rx="2"/>`;
  return [
    item(box('ready before'), 'ready (old)'),
    item(box('ready after'), 'ready (new)'),
    ...SHOWN.map((name) => item(box(name), PHASE_LABELS[name])),
    item((at) => `<path class="lost" d="M${round(at + 3)} ${y - 4}l6 6m0 -6l-6 6"/>`, 'lost requests'),
    item((at) => `<path class="capacity-line" d="M${round(at)} ${y - 1}h12"/>`, 'capacity'),
    item((at) => `<path class="load" d="M${round(at)} ${y - 1}h12"/>`, 'load'),
  ].join('');
}

const SHOWN: readonly PhaseName[] = ['starting', 'stopping', 'closed'];

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { Timeline } from '../timeline';
import { groupedDigits } from './facts';
import { ticksOf } from './phases';
import { rounded, type Scale, stretched } from './scale';

export const CAPACITY_HEIGHT = 120;
const TICKS = 4;

/** What the pods that accept requests can answer over time, against what is asked for; its top left corner is 0,0. */
export function capacityOf({ moments, capacityPerPod, requestsPerSecond, lost }: Timeline, scale: Scale): string {
  const values = moments.map(({ atSeconds, serving }) => ({ at: atSeconds, value: serving * capacityPerPod }));
  const top = Math.max(requestsPerSecond, ...values.map(({ value }) => value), 1) * 1.12;
  const y = (value: number) => rounded(CAPACITY_HEIGHT * (1 - value / top), 1);
  const ticks = ticksOf(top, TICKS);
  const steps = values
    .filter(({ at }) => at <= scale.end)
    .map(({ at, value }, index) => (index === 0 ? `M0 ${y(value)}` : `H${scale.pathX(at)}V${y(value)}`));
  const line = `${steps.join('')}H${scale.pathX(scale.end)}`;
  const marks = [...new Set(lost.map(({ atSeconds }) => scale.pathX(atSeconds)))];
  const paths = [
    `<path class="grid" d="${ticks.map((tick) => `M0 ${y(tick)}H${scale.pathX(scale.end)}`).join('')}"/>`,
    steps.length === 0
      ? ''
      : `<path class="capacity" d="${line}V${CAPACITY_HEIGHT}H0Z"/><path class="capacity-line" d="${line}"/>`,
    requestsPerSecond > 0 ? `<path class="load-line" d="M0 ${y(requestsPerSecond)}H${scale.pathX(scale.end)}"/>` : '',
    marks.length === 0 ? '' : `<path class="lost" d="${marks.map((at) => `M${at} ${CAPACITY_HEIGHT}v-8`).join('')}"/>`,
  ];
  return [
    stretched(CAPACITY_HEIGHT, paths.join('')),
    `<text class="dim end" x="-8" y="-8">requests/s</text>`,
    ...ticks.map((tick) => `<text class="dim end" x="-8" y="${rounded(y(tick) + 4, 1)}">${groupedDigits(tick)}</text>`),
    requestsPerSecond > 0
      ? `<text class="load" x="6" y="${loadLabelAt(y(requestsPerSecond))}">load ${groupedDigits(Math.round(requestsPerSecond))}/s</text>`
      : '',
  ].join('');
}

/** Below its line, where the capacity is not; above it at the floor, where the lost requests are. */
function loadLabelAt(line: number): number {
  return rounded(line + (line < CAPACITY_HEIGHT - 26 ? 14 : -5), 1);
}

import { describeRef } from '../../kubernetes/manifest';
import type { WorkloadReport } from '../report';
import { chartOf, WIDTH } from './chart';
import { escapeMarkup } from './markup';
import { STYLE } from './style';

/** Draws the timelines of all reports, one below the other, as one SVG document. */
export function toSvg(reports: readonly WorkloadReport[]): string {
  let top = 0;
  const panels = reports.map((report, index) => {
    const { heading, body, height } = chartOf(report, `t${index}`);
    const panel = `<g transform="translate(0 ${top})">${heading}\n${body}</g>`;
    top += height + 24;
    return panel;
  });
  const height = Math.max(1, top - 24);
  const title = reports.map(({ object, event }) => `${describeRef(object)}: ${event}`).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" class="rollout" role="img" aria-label="${escapeMarkup(title)}">`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

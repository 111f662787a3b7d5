import type { WorkloadReport } from '../report';
import { chartOf, MARGIN } from './chart';
import { describeChart, factsOf, lossReasons, titleOf } from './facts';
import { drawnLegend } from './legend';
import { escapeMarkup } from './markup';
import { STYLE } from './style';
import { STANDINGS, standingOf } from './verdict';
import { wrap } from './wrap';

const WIDTH = 960;
const EDGE = 12;
const BETWEEN = 32;

interface Panel {
  readonly body: string;
  readonly height: number;
}

/** Draws the timelines of all reports, one below the other, as one SVG document. */
export function toSvg(reports: readonly WorkloadReport[]): string {
  let height = EDGE;
  const panels = reports.map((report, index) => {
    const panel = panelOf(report, `t${index}`);
    const placed = `<g transform="translate(0 ${height})">${panel.body}</g>`;
    height += panel.height + (index === reports.length - 1 ? EDGE : BETWEEN);
    return placed;
  });
  const title = reports.map((report) => `${titleOf(report)} ${STANDINGS[standingOf(report)].label}`).join('; ');
  const words = reports.map(
    (report) => `${titleOf(report)}. ${sentencesOf(report).join(' ')} ${describeChart(report)}`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" class="rollout" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeMarkup(title)}</title>`,
    `<desc id="desc">${escapeMarkup(words.join(' '))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${height}"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function panelOf(report: WorkloadReport, id: string): Panel {
  const heading = headingOf(report);
  const chart = chartOf(report, id);
  const plot = WIDTH - MARGIN.left - MARGIN.right;
  const top = heading.height + MARGIN.top;
  const notes = chart.sample === undefined ? [] : [chart.sample];
  const below = top + chart.height + notes.length * 18;
  const legend = drawnLegend(MARGIN.left, below + 6, plot);
  return {
    body: [
      heading.body,
      `<svg x="${MARGIN.left}" y="${top}" width="${plot}" height="${chart.height}" overflow="visible" aria-hidden="true">${chart.body}</svg>`,
      ...notes.map((note) => `<text class="dim" x="${MARGIN.left}" y="${top + chart.height + 14}">${note}</text>`),
      legend.body,
    ].join('\n'),
    height: below + 6 + legend.height,
  };
}

/** Object and verdict, the reasons and the numbers, each in as many lines as it needs. */
function headingOf(report: WorkloadReport): Panel {
  const standing = standingOf(report);
  const { sign, label } = STANDINGS[standing];
  const lines: string[] = [];
  let y = 0;
  const write = (text: string, name: string, fontSize: number) => {
    for (const line of wrap(text, WIDTH - 2 * EDGE, fontSize)) {
      y += fontSize + 5;
      lines.push(`<text class="${name}" x="${EDGE}" y="${y}">${escapeMarkup(line)}</text>`);
    }
  };
  write(titleOf(report), 'title', 15);
  write(`${sign} ${label}`, `strong ${standing}`, 12);
  for (const reason of lossReasons(report)) write(reason, '', 12);
  for (const fact of sentencesOf(report)) write(fact, 'dim', 12);
  return { body: lines.join('\n'), height: y };
}

function sentencesOf(report: WorkloadReport): readonly string[] {
  return factsOf(report).map(({ label, value }) => `${label}: ${value}.`);
}

import { describeRef } from '../../kubernetes/manifest';
import type { WorkloadReport } from '../report';
import { chartOf, LEFT, RIGHT, WIDTH } from './chart';
import { escapeMarkup } from './markup';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';
import { STYLE } from './style';

const TOLD = { 'no-loss': 'loses nothing', 'loss-possible': 'can lose requests', stalls: 'can stall' } as const;

/** The numbers that a slider tells. */
const READOUT: ReadonlyArray<readonly [key: string, label: string]> = [
  ['time', 'time'],
  ['ready', 'ready'],
  ['available', 'available'],
  ['routed', 'routed'],
  ['terminating', 'terminating'],
  ['created', 'pods in all'],
  ['capacity', 'requests a second'],
  ['lost', 'lost so far'],
];

/** Makes one page of all reports that asks for nothing from outside and opens from disk. */
export function toPage(reports: readonly WorkloadReport[]): string {
  const charts = reports.map((report, index) => ({ report, chart: chartOf(report, `t${index}`) }));
  const data = {
    width: WIDTH,
    left: LEFT,
    right: RIGHT,
    charts: charts.map(({ report: { timeline }, chart }) => ({
      end: chart.end,
      bottom: chart.bottom,
      moments: timeline.moments,
      lost: timeline.lost,
      capacityPerPod: timeline.capacityPerPod,
      requestsPerSecond: timeline.requestsPerSecond,
    })),
  };
  const sections = charts.map(({ report, chart }, index) => section(report, chart, index));
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    '<title>Rollout simulation</title>',
    `<style>${STYLE}\n${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    '<header><h1>Rollout simulation</h1>',
    reports.length > 1 ? contents(reports) : '',
    '</header>',
    `<main>${sections.join('\n')}</main>`,
    '<div id="tip" role="status" hidden></div>',
    // A closing tag inside a name would end the script.
    `<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    `<script>${PAGE_SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function contents(reports: readonly WorkloadReport[]): string {
  const items = reports.map(
    ({ object, event, verdict }, index) =>
      `<li><a href="#w${index}">${escapeMarkup(describeRef(object))}: ${event}</a> <span class="verdict ${verdict}">${TOLD[verdict]}</span></li>`,
  );
  return `<nav aria-label="Workloads"><ul>${items.join('')}</ul></nav>`;
}

function section(report: WorkloadReport, chart: ReturnType<typeof chartOf>, index: number): string {
  const { object, event, verdict, estimate, durationSeconds, minAvailable, peakPods } = report;
  const name = `${describeRef(object)}: ${event}`;
  const end = Math.ceil(chart.end * 10) / 10;
  const readout = READOUT.map(([key, label]) => `<div><dt>${label}</dt><dd data-value="${key}"></dd></div>`).join('');
  const facts = [
    `${estimate.lost.p50} of ${estimate.requests.toLocaleString('en-US')} requests lost in half of ${estimate.runs} runs, ${estimate.lost.p99} in 99 of 100`,
    `at least ${minAvailable} available, at most ${peakPods} pods`,
    durationSeconds === null
      ? 'never ends'
      : `takes ${Math.round(durationSeconds.p50)} s, ${Math.round(durationSeconds.max)} s at most`,
  ];
  return [
    `<section id="w${index}" data-chart="${index}" aria-labelledby="h${index}">`,
    `<h2 id="h${index}">${escapeMarkup(name)} <span class="verdict ${verdict}">${TOLD[verdict]}</span></h2>`,
    reasons(report),
    `<p class="facts">${facts.map(escapeMarkup).join(' · ')}</p>`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 42 ${WIDTH} ${chart.height - 42}" class="rollout" role="group" aria-label="${escapeMarkup(`Timeline of ${name}; arrow keys move between pods`)}">${chart.body}<path class="cursor"/></svg>`,
    `<label class="slider">time <input type="range" min="0" max="${end}" step="0.1" value="0"></label>`,
    `<dl class="readout">${readout}</dl>`,
    '</section>',
  ].join('\n');
}

function reasons({ bounds, served }: WorkloadReport): string {
  const items = [
    ...bounds.stalls.map((reason) => `<li>Stalls: ${escapeMarkup(reason)}.</li>`),
    ...bounds.hazards.map(
      ({ cause, why, mend }) => `<li>${cause}: ${escapeMarkup(why)}. <strong>${escapeMarkup(mend)}</strong>.</li>`,
    ),
  ];
  if (items.length === 0 && !served) items.push('<li>No request reaches these pods.</li>');
  const margins = bounds.assumptions
    .filter(({ limitSeconds }) => limitSeconds !== null)
    .map(
      ({ name, limitSeconds, valueSeconds, marginSeconds }) =>
        `<tr><th scope="row">${name}</th><td>${valueSeconds} s</td><td>${limitSeconds} s</td><td class="${(marginSeconds ?? 0) < 0 ? 'short' : ''}">${marginSeconds} s</td></tr>`,
    );
  const story = bounds.counterexample?.story.map(
    ({ atSeconds, text }) => `<li><span>${atSeconds.toFixed(1)} s</span> ${escapeMarkup(text)}</li>`,
  );
  return [
    items.length === 0 ? '' : `<ul class="reasons">${items.join('')}</ul>`,
    margins.length === 0
      ? ''
      : `<details><summary>Margins of the assumptions</summary><table><thead><tr><th scope="col">assumption</th><th scope="col">taken as</th><th scope="col">may be</th><th scope="col">to spare</th></tr></thead><tbody>${margins.join('')}</tbody></table></details>`,
    story === undefined
      ? ''
      : `<details><summary>How a request comes to be lost</summary><ol class="story">${story.join('')}</ol></details>`,
  ].join('');
}

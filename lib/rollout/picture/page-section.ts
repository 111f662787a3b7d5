import type { WorkloadReport } from '../report';
import type { Chart } from './chart';
import { CAUSE_HEADINGS, describeChart, factsOf, titleOf } from './facts';
import { legendList } from './legend';
import { escapeMarkup } from './markup';
import { STANDINGS, standingOf } from './verdict';

/** The numbers that a slider tells. */
const READOUT: ReadonlyArray<readonly [key: string, label: string]> = [
  ['time', 'time'],
  ['ready', 'ready'],
  ['available', 'available'],
  ['routed', 'routed to'],
  ['terminating', 'terminating'],
  ['created', 'pods in total'],
  ['capacity', 'capacity'],
  ['load', 'load'],
  ['lost', 'lost so far'],
];

/** One report on the page: verdict, reasons, numbers, chart, and the numbers of any moment. */
export function sectionOf(report: WorkloadReport, chart: Chart, index: number, file: string | undefined): string {
  const title = titleOf(report);
  const end = Math.ceil(chart.end * 10) / 10;
  const readout = READOUT.map(([key, label]) => `<div><dt>${label}</dt><dd data-value="${key}"></dd></div>`).join('');
  return [
    `<section id="w${index}" data-chart="${index}" aria-labelledby="h${index}">`,
    `<h2 id="h${index}">${escapeMarkup(title)} ${verdictBadge(report)}</h2>`,
    file === undefined ? '' : `<p class="file">${escapeMarkup(file)}</p>`,
    reasons(report),
    facts(report),
    details(report),
    '<figure>',
    `<svg xmlns="http://www.w3.org/2000/svg" class="rollout chart" height="${chart.height}" role="group" aria-labelledby="h${index}" aria-describedby="d${index}">`,
    `<rect class="plot" width="100%" height="${chart.bottom}"/>${chart.body}<line class="cursor" y1="0" y2="${chart.bottom}"/></svg>`,
    chart.sample === undefined ? '' : `<p class="sample">${chart.sample}</p>`,
    `<figcaption id="d${index}" class="unseen">${escapeMarkup(describeChart(report))} Arrow keys move between pods.</figcaption>`,
    legendList(),
    '</figure>',
    `<label class="slider">time <input type="range" min="0" max="${end}" step="0.1" value="0"></label>`,
    `<dl class="readout">${readout}</dl>`,
    '</section>',
  ].join('\n');
}

/** The verdict as a coloured word with a sign. */
export function verdictBadge(report: WorkloadReport): string {
  const standing = standingOf(report);
  const { sign, label } = STANDINGS[standing];
  return `<span class="verdict ${standing}"><span aria-hidden="true">${sign}</span> ${label}</span>`;
}

function reasons({ bounds }: WorkloadReport): string {
  const items = [
    ...bounds.stalls.map((reason) => `<li><strong>Stalls</strong>: ${escapeMarkup(reason)}.</li>`),
    ...bounds.hazards.map(
      ({ cause, why, fix }) =>
        `<li><strong>${CAUSE_HEADINGS[cause]}</strong>: ${escapeMarkup(why)}.<br><span class="fix">Fix: ${escapeMarkup(fix)}.</span></li>`,
    ),
  ];
  return items.length === 0 ? '' : `<ul class="reasons">${items.join('')}</ul>`;
}

function facts(report: WorkloadReport): string {
  const items = factsOf(report).map(
    ({ label, value }) => `<div><dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(value)}</dd></div>`,
  );
  return `<dl class="facts">${items.join('')}</dl>`;
}

function details({ bounds }: WorkloadReport): string {
  const story = bounds.counterexample?.story.map(
    ({ atSeconds, text }) => `<li><span>${atSeconds.toFixed(1)} s</span> ${escapeMarkup(text)}</li>`,
  );
  const margins = bounds.assumptions
    .filter(({ limitSeconds }) => limitSeconds !== null)
    .map(({ name, limitSeconds, valueSeconds, marginSeconds }) => {
      const isShort = (marginSeconds ?? 0) < 0;
      return `<tr><th scope="row">${name}</th><td>${valueSeconds} s</td><td>${limitSeconds} s</td><td${isShort ? ' class="short"' : ''}>${marginSeconds} s${isShort ? ' (too little)' : ''}</td></tr>`;
    });
  return [
    story === undefined
      ? ''
      : `<details><summary>How a request gets lost</summary><ol class="story">${story.join('')}</ol></details>`,
    margins.length === 0
      ? ''
      : `<details><summary>Assumptions and their margins</summary><table><thead><tr><th scope="col">assumption</th><th scope="col">assumed</th><th scope="col">limit</th><th scope="col">margin</th></tr></thead><tbody>${margins.join('')}</tbody></table></details>`,
  ].join('');
}

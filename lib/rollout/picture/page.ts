import type { WorkloadReport } from '../report';
import { chartOf } from './chart';
import { titleOf } from './facts';
import { escapeMarkup } from './markup';
import { footerOf, type PageOrigin } from './page-footer';
import { PAGE_SCRIPT } from './page-script';
import { sectionOf, verdictBadge } from './page-section';
import { PAGE_STYLE } from './page-style';
import { STYLE } from './style';
import { STANDINGS, type Standing, standingOf } from './verdict';

/** Makes one page of all reports that asks for nothing from outside and opens from disk. */
export function toPage(reports: readonly WorkloadReport[], origin: PageOrigin): string {
  const charts = reports.map((report, index) => ({ report, chart: chartOf(report, `t${index}`) }));
  const data = charts.map(({ report: { timeline }, chart }) => ({
    end: chart.end,
    moments: timeline.moments,
    lost: timeline.lost,
    capacityPerPod: timeline.capacityPerPod,
    requestsPerSecond: timeline.requestsPerSecond,
  }));
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
    `<header><h1>Rollout simulation</h1>${contents(reports)}${meanings()}</header>`,
    `<main>${charts.map(({ report, chart }, index) => sectionOf(report, chart, index, origin.fileOf(report))).join('\n')}</main>`,
    footerOf(reports, origin),
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
  if (reports.length < 2) return '';
  const items = reports.map(
    (report, index) => `<li><a href="#w${index}">${escapeMarkup(titleOf(report))}</a> ${verdictBadge(report)}</li>`,
  );
  return `<p>${summaryOf(reports)}</p><nav aria-label="Workloads"><ul>${items.join('')}</ul></nav>`;
}

/** `5 simulations: 1 loses nothing, 4 can lose requests.` */
function summaryOf(reports: readonly WorkloadReport[]): string {
  const counts = (Object.keys(STANDINGS) as Standing[]).flatMap((standing) => {
    const amount = reports.filter((report) => standingOf(report) === standing).length;
    const { label, plural } = STANDINGS[standing];
    return amount === 0 ? [] : [`${amount} ${amount === 1 ? label : plural}`];
  });
  return `${reports.length} simulations: ${counts.join(', ')}.`;
}

function meanings(): string {
  const items = (Object.keys(STANDINGS) as Standing[]).map((standing) => {
    const { sign, label, meaning } = STANDINGS[standing];
    return `<div><dt><span class="verdict ${standing}"><span aria-hidden="true">${sign}</span> ${label}</span></dt><dd>${meaning}</dd></div>`;
  });
  return `<dl class="meanings" aria-label="What the verdicts mean">${items.join('')}</dl>`;
}

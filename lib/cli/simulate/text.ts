import { describeRef } from '../../kubernetes/manifest';
import type { AssumptionMargin } from '../../rollout/bounds/margins';
import { lanesText } from '../../rollout/picture/lanes-text';
import type { WorkloadReport } from '../../rollout/report';
import type { Styles } from '../terminal';

const WIDEST = 120;

/** The answer for people: verdict, why, what to change, how many to expect, and a picture. */
export function toText(reports: readonly WorkloadReport[], styles: Styles, columns: number): string {
  const blocks = reports.map((report) => block(report, styles, Math.min(columns, WIDEST)));
  return reports.length === 0 ? '' : `${[...blocks, summary(reports, styles)].join('\n\n')}\n`;
}

function block(report: WorkloadReport, styles: Styles, columns: number): string {
  const { object, event, read } = report;
  const surge = read.maxSurge === null ? '' : `, maxSurge ${read.maxSurge}, maxUnavailable ${read.maxUnavailable ?? 0}`;
  const pods = read.replicas === 1 ? '1 pod' : `${read.replicas} pods`;
  const head = `${styles.bold(describeRef(object))}  ${event}  ${styles.dim(`${pods}${surge}; route ${read.route}`)}`;
  return [head, ...verdict(report, styles), ...numbers(report, styles), '', ...picture(report, styles, columns)].join(
    '\n',
  );
}

function verdict(report: WorkloadReport, styles: Styles): readonly string[] {
  const { bounds, served } = report;
  const lines = bounds.stalls.map((reason) => `  ${styles.red('stalls')}: ${reason}`);
  for (const { cause, why, mend, certain } of bounds.hazards) {
    const title = certain ? styles.red(`loses requests (${cause})`) : styles.yellow(`can lose requests (${cause})`);
    lines.push(`  ${title}: ${why}`, `      ${styles.dim(`-> ${mend}`)}`);
  }
  if (bounds.counterexample !== null) {
    lines.push('  how it happens:');
    for (const { atSeconds, text } of bounds.counterexample.story)
      lines.push(`    ${`${atSeconds.toFixed(1)} s`.padStart(9)}  ${text}`);
  }
  if (bounds.hazards.length > 0) return lines;
  if (!served) return [...lines, `  ${styles.green('loses nothing')}: no request reaches these pods`];
  const held = conditions(report);
  return [...lines, `  ${styles.green('loses nothing')}${held.length === 0 ? '' : ', as long as'}`, ...held];
}

const CONDITION: Readonly<Record<AssumptionMargin['name'], string>> = {
  withdrawal: 'routes are withdrawn within',
  'longest request': 'requests finish within',
  'start-up': 'processes start within',
  registration: 'a balancer takes a ready pod in within',
};

/** Every line is true together with the others: all limits hold at once. */
function conditions({ bounds, read, event }: WorkloadReport): readonly string[] {
  const limits = bounds.assumptions.flatMap(({ name, limitSeconds, marginSeconds }) => {
    if (limitSeconds === null) return [];
    const spare = marginSeconds !== null && marginSeconds > 0 ? ` (${marginSeconds} s to spare)` : '';
    return [`    ${CONDITION[name]} ${limitSeconds} s${spare}`];
  });
  if (event === 'rollout' && !read.knowsBefore)
    limits.push('    the pods that run now are of the same template (else name what runs: --from)');
  return limits;
}

function numbers(report: WorkloadReport, styles: Styles): readonly string[] {
  const { estimate, minAvailable, peakPods, durationSeconds, served, read } = report;
  const { lost, byCause, runs, requests } = estimate;
  const lines: string[] = [];
  if (served) {
    const causes = Object.entries(byCause).filter(([, count]) => count > 0);
    const why =
      causes.length === 0 ? '' : `; on average ${causes.map(([cause, count]) => `${count} ${cause}`).join(', ')}`;
    lines.push(
      `  expect  ${lost.p50} of ${requests.toLocaleString('en-US')} requests lost in half of ${runs} runs, ${lost.p99} in 99 of 100, ${lost.max} at most${why}`,
    );
  }
  const time =
    durationSeconds === null
      ? 'it never ends'
      : `it takes ${round(durationSeconds.p50)} s, ${round(durationSeconds.max)} s at most`;
  lines.push(`  pods    ${minAvailable} available of ${read.replicas} at least, ${peakPods} at once at most; ${time}`);
  return lines.map((line) => styles.dim(line));
}

function picture({ timeline }: WorkloadReport, styles: Styles, columns: number): readonly string[] {
  const { lanes, scale, legend, hidden } = lanesText(timeline, columns - 2);
  const lines = lanes.map(({ name, version, signs }) => {
    const colour = version === 'before' ? styles.blue : styles.green;
    const shown = signs.split(/(×+)/).map((part) => (part.startsWith('×') ? styles.red(part) : colour(part)));
    return `  ${name}  ${shown.join('')}`;
  });
  const more = hidden > 0 ? [styles.dim(`  and ${hidden} pods more`)] : [];
  return [...lines, ...more, styles.dim(`  ${scale}`), styles.dim(`  ${legend}`)];
}

function summary(reports: readonly WorkloadReport[], styles: Styles): string {
  const count = (verdict: WorkloadReport['verdict']) => reports.filter((report) => report.verdict === verdict).length;
  const parts = [
    count('stalls') > 0 ? styles.red(`${count('stalls')} can stall`) : '',
    count('loss-possible') > 0 ? styles.yellow(`${count('loss-possible')} can lose requests`) : '',
    count('no-loss') > 0
      ? styles.green(`${count('no-loss')} ${count('no-loss') === 1 ? 'loses' : 'lose'} nothing`)
      : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function round(seconds: number): number {
  return Math.round(seconds);
}

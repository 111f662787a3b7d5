import { count, grouped } from '../../../kubernetes/text/count';
import { describeRef } from '../../../kubernetes/views/manifest';
import type { AssumptionMargin } from '../../../rollout/bounds/margins';
import { lanesText } from '../../../rollout/picture/lanes-text';
import type { WorkloadReport } from '../../../rollout/report';
import type { GlobalFlags } from '../../frame/global-flags';
import type { Styles } from '../../output/terminal';

const WIDEST = 120;

/** The answer for people: verdict, why, what to change, how many to expect, and a picture. */
export function* toText(
  reports: readonly WorkloadReport[],
  { quiet }: GlobalFlags,
  styles: Styles,
  columns: number,
): Iterable<string> {
  for (const [index, report] of reports.entries()) {
    yield `${index === 0 ? '' : '\n'}${block(report, styles, Math.min(columns, WIDEST))}\n`;
  }
  if (reports.length > 0 && quiet !== true) yield `\n${summary(reports, styles)}\n`;
}

function block(report: WorkloadReport, styles: Styles, columns: number): string {
  const { object, event, read } = report;
  const surge = read.maxSurge === null ? '' : `, maxSurge ${read.maxSurge}, maxUnavailable ${read.maxUnavailable ?? 0}`;
  const pods = count(read.replicas, 'pod');
  const head = `${styles.bold(describeRef(object))}  ${event}  ${styles.dim(`${pods}${surge}; route ${read.route}`)}`;
  return [head, ...verdict(report, styles), ...numbers(report, styles), '', ...picture(report, styles, columns)].join(
    '\n',
  );
}

function verdict(report: WorkloadReport, styles: Styles): readonly string[] {
  const { bounds, served } = report;
  const lines = bounds.stalls.map((reason) => `  ${styles.red('stalls')}: ${reason}`);
  for (const { cause, why, fix, certain } of bounds.hazards) {
    const title = certain ? styles.red(`loses requests (${cause})`) : styles.yellow(`can lose requests (${cause})`);
    lines.push(`  ${title}: ${why}`, `      ${styles.dim(`-> ${fix}`)}`);
  }
  if (bounds.counterexample !== null) {
    lines.push('  how it happens:');
    for (const { atSeconds, text } of bounds.counterexample.story)
      lines.push(`    ${`${atSeconds.toFixed(1)} s`.padStart(9)}  ${text}`);
  }
  if (bounds.hazards.length > 0)
    return [...lines, ...bounds.needs.map((need) => `  ${styles.dim(`assumed: ${need}`)}`)];
  if (!served) return [...lines, `  ${styles.green('loses nothing')}: no request reaches these pods`];
  const held = conditions(report);
  return [...lines, `  ${styles.green('loses nothing')}${held.length === 0 ? '' : ', as long as'}`, ...held];
}

const CONDITION: Readonly<Record<AssumptionMargin['name'], string>> = {
  withdrawal: 'routes are withdrawn within',
  'longest request': 'requests finish within',
  'start-up': 'processes start within',
  registration: 'a balancer adds a ready pod within',
};

/** Every line is true together with the others: all limits hold at once. */
function conditions({ bounds, read, event }: WorkloadReport): readonly string[] {
  const limits = bounds.assumptions.flatMap(({ name, limitSeconds, marginSeconds }) => {
    if (limitSeconds === null) return [];
    const spare = marginSeconds !== null && marginSeconds > 0 ? ` (${marginSeconds} s to spare)` : '';
    return [`    ${CONDITION[name]} ${limitSeconds} s${spare}`];
  });
  limits.push(...bounds.needs.map((need) => `    ${need}`));
  if (event === 'rollout' && !read.knowsBefore)
    limits.push('    the pods that run now have the same template (else name what runs with --from)');
  return limits;
}

function numbers(report: WorkloadReport, styles: Styles): readonly string[] {
  const { estimate, minAvailable, peakPods, durationSeconds, served, read } = report;
  const { lost, byCause, runs, requests } = estimate;
  const lines: string[] = [];
  if (served) {
    const causes = Object.entries(byCause).filter(([, count]) => count > 0);
    const why = causes.length === 0 ? '' : `; mean ${causes.map(([cause, mean]) => `${mean} ${cause}`).join(', ')}`;
    lines.push(
      `  expect  requests lost per run (of ${grouped(requests)}, ${count(runs, 'run')}): p50 ${grouped(lost.p50)}, p99 ${grouped(lost.p99)}, max ${grouped(lost.max)}${why}`,
    );
  }
  const time =
    durationSeconds === null
      ? 'never ends'
      : `takes ${round(durationSeconds.p50)} s (p50), ${round(durationSeconds.max)} s at most`;
  lines.push(`  pods    at least ${minAvailable} of ${read.replicas} available, at most ${peakPods} at once; ${time}`);
  return lines.map((line) => styles.dim(line));
}

function picture({ timeline }: WorkloadReport, styles: Styles, columns: number): readonly string[] {
  const { lanes, scale, legend, hidden } = lanesText(timeline, columns - 2);
  const lines = lanes.map(({ name, version, signs }) => {
    const colour = version === 'before' ? styles.blue : styles.green;
    const shown = signs.split(/(×+)/).map((part) => (part.startsWith('×') ? styles.red(part) : colour(part)));
    return `  ${name}  ${shown.join('')}`;
  });
  const more = hidden > 0 ? [styles.dim(`  and ${count(hidden, 'more pod')}`)] : [];
  return [...lines, ...more, styles.dim(`  ${scale}`), styles.dim(`  ${legend}`)];
}

function summary(reports: readonly WorkloadReport[], styles: Styles): string {
  const several = new Set(reports.map(({ event }) => event)).size > 1;
  const part = (verdict: WorkloadReport['verdict'], one: string, many: string, style: (text: string) => string) => {
    const found = reports.filter((report) => report.verdict === verdict).length;
    if (found === 0) return [];
    return [style(`${count(found, several ? 'simulation' : 'workload')} ${found === 1 ? one : many}`)];
  };
  return [
    ...part('stalls', 'can stall', 'can stall', styles.red),
    ...part('loss-possible', 'can lose requests', 'can lose requests', styles.yellow),
    ...part('no-loss', 'loses nothing', 'lose nothing', styles.green),
  ].join(', ');
}

function round(seconds: number): number {
  return Math.round(seconds);
}

import { toPage } from '../../../lib/rollout/picture/page';
import { toSvg } from '../../../lib/rollout/picture/svg';
import { STANDINGS, standingOf } from '../../../lib/rollout/picture/verdict';
import { reportOfPlan } from '../../../lib/rollout/report';
import { plan, planFor, type Shape, sleeps, workload } from '../manifests';
import { ORIGIN } from './origin';

const simulated = (shape: Shape, runs = 5) => reportOfPlan(plan(shape), { runs });
const possible = simulated({ replicas: 3 }, 20);
const certain = simulated({ replicas: 3, strategy: { type: 'Recreate' } });
const stalled = simulated({ replicas: 3, readinessProbe: { httpGet: { path: '/', port: 'nowhere' } } });
const careful = simulated({ replicas: 3, preStop: sleeps(10), gracePeriod: 60 });
const many = simulated({ replicas: 60 });

const LONG = 'recommendation-engine-'.repeat(11).slice(0, -1);
const longNamed = reportOfPlan(
  planFor([{ ...workload({ replicas: 2 }), metadata: { name: LONG, namespace: 'a-namespace-of-some-length' } }]),
  { runs: 2 },
);

/** Both pictures of a report, each with what it says and nothing of how it looks. */
const PICTURES: ReadonlyArray<readonly [string, (report: typeof possible) => string]> = [
  ['page', (report) => toPage([report], ORIGIN)],
  ['SVG', (report) => toSvg([report])],
];

const shownText = (markup: string) =>
  markup
    .replace(/<(style|script|title|desc)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(PICTURES)('the %s', (_, draw) => {
  test('tells median, 99th percentile and maximum in words', () => {
    const { lost, requests, runs } = possible.estimate;
    expect(runs).toBe(20);
    expect(lost.max).toBeGreaterThan(0);
    const text = shownText(draw(possible));
    expect(text).toContain(`Requests lost per run (of ${requests.toLocaleString('en-US')}; 20 runs)`);
    expect(text).toContain(`median ${lost.p50}, 99th percentile ${lost.p99}, max ${lost.max}`);
  });

  test('has numbers on the axis of the capacity, and the load beside its line', () => {
    const { capacityPerPod, requestsPerSecond } = many.timeline;
    expect([capacityPerPod, requestsPerSecond]).toEqual([100, 3600]);
    const markup = draw(many);
    const numbers = [...markup.matchAll(/<text class="dim end" x="-8" y="[\d.]+">([\d,]+)<\/text>/g)];
    expect(numbers.map(([, number]) => number)).toEqual(['0', '2,000', '4,000', '6,000']);
    expect(shownText(markup)).toContain('load 3,600/s');
  });

  test('says that its rows are a sample where it leaves pods out, and nothing of it elsewhere', () => {
    expect(shownText(draw(many))).toContain(
      'A sample of 48 of 120 pods: those that lost requests first, the others evenly chosen.',
    );
    expect(shownText(draw(possible))).not.toContain('sample');
  });

  test('tells every standing apart by a word and a sign', () => {
    expect([careful, possible, certain, stalled].map(standingOf)).toEqual(['no-loss', 'can-lose', 'loses', 'stalls']);
    for (const report of [careful, possible, certain, stalled]) {
      const { sign, label } = STANDINGS[standingOf(report)];
      expect(shownText(draw(report)).replace(/ +/g, ' ')).toContain(`${sign} ${label}`);
    }
    expect(new Set(Object.values(STANDINGS).map(({ sign }) => sign)).size).toBe(4);
  });

  test('says why in full, however long it is', () => {
    for (const { why } of certain.bounds.hazards) expect(shownText(draw(certain))).toContain(why);
    expect(draw(certain)).not.toContain('…');
  });

  test('is the same for the same reports', () => {
    expect(draw(simulated({ replicas: 3 }, 20))).toBe(draw(possible));
  });
});

test('a long title is wrapped in the SVG, with every letter of it', () => {
  const svg = toSvg([longNamed]);
  const lines = [...svg.matchAll(/<text class="title"[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line as string);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join('').replaceAll(' ', '')).toBe(`Deploymenta-namespace-of-some-length/${LONG}:rollout`);
});

test('the SVG names and describes itself to those who do not see it', () => {
  const svg = toSvg([certain]);
  expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
  expect(svg).toContain('<title id="title">Deployment shop/cart: rollout loses requests</title>');
  expect(svg).toMatch(/<desc id="desc">[^<]*One simulated run: 3 old pods and 3 new pods over [\d.]+ s\./);
  expect(svg).toMatch(/<desc id="desc">[^<]*[\d,]+ requests lost in this run, between [\d.]+ s and [\d.]+ s\./);
});

test('the footer names the files, our version, the target and the seed; what was not given is left out', () => {
  const footer = shownText(toPage([possible], ORIGIN).split('<footer>')[1] ?? '');
  expect(footer).toContain('Manifests k8s/cart.yaml k8s/web.yaml ');
  expect(footer).toContain('cdk8s-lifecycle 1.2.3, for Kubernetes 1.34');
  expect(footer).toContain('20 each, seed 7');
  expect(footer).not.toContain('Running now');
});

test('many files are folded', () => {
  const files = Array.from({ length: 9 }, (_, index) => `k8s/${index}.yaml`);
  const page = toPage([possible], { ...ORIGIN, inputs: [{ role: 'Manifests', files }] });
  expect(page).toContain('<details><summary>9 files</summary><ul><li>k8s/0.yaml</li>');
});

test('a page of several tells how many have which verdict', () => {
  expect(toPage([careful, possible, possible, certain], ORIGIN)).toContain(
    '<p>4 simulations: 1 loses nothing, 2 can lose requests, 1 loses requests.</p>',
  );
});

test('the page explains each verdict', () => {
  const text = shownText(toPage([careful], ORIGIN));
  for (const { label, meaning } of Object.values(STANDINGS)) expect(text).toContain(`${label} ${meaning}`);
});

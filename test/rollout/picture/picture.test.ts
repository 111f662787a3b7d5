import { lanesText } from '../../../lib/rollout/picture/lanes-text';
import { toPage } from '../../../lib/rollout/picture/page';
import { chosenPods, phasesOf, ticksOf } from '../../../lib/rollout/picture/phases';
import { toSvg } from '../../../lib/rollout/picture/svg';
import { reportOfPlan } from '../../../lib/rollout/report';
import type { PodLane } from '../../../lib/rollout/timeline';
import { plan, planFor, sleeps, workload } from '../manifests';
import { ORIGIN } from './origin';

const lane: PodLane = {
  name: 'new-3',
  version: 'after',
  created: 1,
  runs: 3,
  answers: 8,
  ready: 10,
  deleted: 20,
  sigterm: 25,
  closes: 25,
  killed: 55,
  gone: 27,
  restarts: 0,
};

test('a life is taken apart into phases that follow each other', () => {
  expect(phasesOf(lane, 100)).toEqual([
    { name: 'starting', from: 1, to: 10 },
    { name: 'ready', from: 10, to: 20 },
    { name: 'stopping', from: 20, to: 25 },
    { name: 'closed', from: 25, to: 27 },
  ]);
});

test('what has not happened by the end is not drawn', () => {
  expect(phasesOf(lane, 15).at(-1)).toEqual({ name: 'ready', from: 10, to: 15 });
  expect(phasesOf({ ...lane, ready: null, deleted: null, closes: null, gone: null }, 5)).toEqual([
    { name: 'starting', from: 1, to: 5 },
  ]);
});

test('a scale has round numbers', () => {
  expect(ticksOf(37, 5)).toEqual([0, 10, 20, 30]);
  expect(ticksOf(1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

test('of too many pods those that lost requests are shown', () => {
  const pods = Array.from({ length: 100 }, (_, index) => ({ ...lane, name: `p${index}` }));
  const shown = chosenPods(pods, [{ pod: 'p57' }], 10).map(({ name }) => name);
  expect(shown).toHaveLength(10);
  expect(shown).toContain('p57');
});

const report = reportOfPlan(
  plan({ replicas: 2, maxSurge: 1, maxUnavailable: 0, preStop: sleeps(10), gracePeriod: 60 }),
  { runs: 5 },
);

test('a timeline is drawn for a terminal, within its columns', () => {
  const { lanes, scale, legend } = lanesText(report.timeline, 60);
  expect(lanes.map(({ name }) => name.trim())).toEqual(['old-0', 'old-1', 'new-2', 'new-3']);
  for (const { name, signs } of lanes) expect(name.length + 2 + signs.length).toBeLessThanOrEqual(60);
  expect(lanes[0]?.signs).toMatch(/^█+▒+·*$/);
  expect(lanes[2]?.signs).toMatch(/^░+█+$/);
  expect(scale).toContain('0 s');
  expect(legend).toContain('× lost requests');
});

test('the SVG draws a lane a pod and every number is rounded', () => {
  const svg = toSvg([report]);
  expect(svg.match(/class="lane"/g)).toHaveLength(4);
  expect(svg).not.toMatch(/\d\.\d{3,}[^"]*"/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test('names are written as text, never as markup', () => {
  const evil = JSON.parse(JSON.stringify(workload()).replaceAll('"cart"', '"</script><script>alert(1)"'));
  const page = toPage([reportOfPlan(planFor([evil]), { runs: 2 })], ORIGIN);
  expect(page).not.toContain('<script>alert');
  expect(page.match(/<script/g)).toHaveLength(2);
});

test('requests that no pod was there for have a lane of their own', () => {
  const outage = reportOfPlan(plan({ replicas: 1, strategy: { type: 'Recreate' } }), { runs: 1 });
  const { lanes } = lanesText(outage.timeline, 80);
  expect(lanes.at(-1)?.name.trim()).toBe('none');
  expect(lanes.at(-1)?.signs).toMatch(/^ *×/);
});

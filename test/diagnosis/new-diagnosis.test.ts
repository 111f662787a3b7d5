import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Rollout } from '../../lib/cli/commands/diagnose/live/verdict';
import { DIAGNOSES } from '../../lib/diagnosis';
import { pagesOf } from '../../scripts/docs/diagnoses';
import { describeContract, firstOn } from './contract';
import { objectsOf, reportOn } from './examples/examples';
import { POD_RESIZE_INFEASIBLE } from './examples/pod-resize-infeasible';

// CONTRIBUTING says that a new diagnosis touches two places. Here they are: its file, and a line in the list.
const at = DIAGNOSES.findIndex(({ id, kinds }) => id === 'Healthy' && kinds.includes('Pod'));
const WITH_NEW = [...DIAGNOSES.slice(0, at), POD_RESIZE_INFEASIBLE, ...DIAGNOSES.slice(at)];

describeContract('a new diagnosis', POD_RESIZE_INFEASIBLE, WITH_NEW);

test('the others still come first on their own evidence', () => {
  expect(DIAGNOSES.filter((each) => firstOn(each, WITH_NEW) !== each)).toEqual([]);
});

test('it is told where it is in the list, and only there', () => {
  const objects = objectsOf(POD_RESIZE_INFEASIBLE);
  const classes = (diagnoses = WITH_NEW) => reportOn({}, objects, diagnoses).diagnoses.map((entry) => entry.class);
  expect(classes()).toEqual(['PodResizeInfeasible']);
  expect(classes([...DIAGNOSES])).toEqual(['Healthy']);
});

test('a rollout is as patient with it as it says', () => {
  const report = reportOn({}, objectsOf(POD_RESIZE_INFEASIBLE), WITH_NEW);
  const rollout = new Rollout(WITH_NEW);
  expect([0, 44, 45].map((seconds) => rollout.verdict(report, seconds).type)).toEqual([
    'under-way',
    'under-way',
    'cannot-succeed',
  ]);
});

test('the docs have its page, and name it in the section of its topic', () => {
  const pages = new Map(pagesOf(WITH_NEW).map(({ path, text }) => [path, text]));
  expect(pages.get('docs/diagnoses/PodResizeInfeasible.md')).toContain(POD_RESIZE_INFEASIBLE.why);
  const [, section] = (pages.get('docs/diagnoses/README.md') ?? '').split('## On the way, and healthy');
  expect(section).toContain('[PodResizeInfeasible](PodResizeInfeasible.md)');
});

test('CONTRIBUTING names the places that a new diagnosis touches', () => {
  const text = readFileSync(resolve(__dirname, '../../CONTRIBUTING.md'), 'utf8');
  for (const place of ['lib/diagnosis/classes/<topic>/<id-in-kebab-case>.ts', 'lib/diagnosis/diagnoses.ts'])
    expect(text).toContain(`\`${place}\``);
});

import { CALIBRATED_SHARE, ROUTES } from '../../lib/lifecycle/routes/table';
import { ASSUMPTIONS } from '../../lib/rollout/assumptions';
import type { Page } from '../docs';
import { compare, MEASUREMENTS, type Measurement } from './rollout/measurements';
import { notesPage } from './rollout/notes-page';
import { pictures } from './rollout/pictures';
import { MODEL, NOT_MODELLED, READING } from './rollout/prose';

/** docs/rollout.md: the model, its assumptions and what it was measured against; docs/rollout-notes.md: the notes' examples. */
export async function pages(): Promise<readonly Page[]> {
  const text = [
    '# The rollout simulator',
    '',
    ...READING,
    '',
    'Three replicas rolled out with what Kubernetes does by itself, with the documented defaults, and with the strategy `Recreate`:',
    '',
    '![Each old pod refuses requests for as long as a router still sends them](pictures/rollout-kubernetes-defaults.svg)',
    '',
    '![Each old pod goes on accepting until every router has withdrawn it](pictures/rollout-documented-defaults.svg)',
    '',
    '![All old pods stop before the first new one starts: requests are lost for certain](pictures/rollout-recreate.svg)',
    '',
    '`-o html` prints the same charts as one page that opens from disk: readable on a phone, light or dark, with a slider for the numbers of any moment, and with the files, versions and seed it was made from. The same input gives the same page.',
    '',
    "What is said of [the notes' examples](rollout-notes.md) has a page of its own.",
    '',
    '## The model',
    '',
    ...MODEL,
    '',
    '## Assumptions',
    '',
    'What no manifest tells. A scenario (`--scenario`) replaces any of them. Printed from `lib/rollout/assumptions.ts`.',
    '',
    '| assumed | source |',
    '| --- | --- |',
    ...Object.values(ASSUMPTIONS)
      .filter(({ says }) => says !== 'See above.')
      .map(({ says, source }) => `| ${says} | ${source} |`),
    '',
    '### Lags of the routers',
    '',
    `The maxima come from the [table of routes](defaults.md#traffic-routes). Between 0 and its maximum a lag is drawn from the distribution that, of all with the same mean, assumes the least (of maximum entropy: an exponential cut off at the maximum). Its mean is ${CALIBRATED_SHARE} of the maximum, calibrated on M1 and M4 below, for routes that learn of changes as they happen. These learn in rounds or by health checks, and have means of their own, stated:`,
    '',
    '| route | withdrawal, mean | withdrawal, maximum |',
    '| --- | --- | --- |',
    ...Object.entries(ROUTES).map(
      ([name, { typicalShare, withdrawal }]) =>
        `| \`${name}\` | ${Math.round(typicalShare * withdrawal * 100) / 100} s | ${withdrawal} s |`,
    ),
    '',
    '## Against published measurements',
    '',
    'The distributions above were fixed before the comparison. Published counts are of one run each; the interval holds 95% of 1,000 simulated runs. Sources: the facts of the traffic routes.',
    '',
    ...group('calibrates', 'These two gave the mean of the lags; that they agree proves nothing more'),
    '',
    ...group('predicts', 'These are predictions'),
    '',
    '### Differences',
    '',
    ...MEASUREMENTS.flatMap(({ id, difference }) => (difference === undefined ? [] : [`- **${id}**: ${difference}`])),
    '',
    '## Against the real controllers',
    '',
    '`npm run test:cluster` runs kube-apiserver and kube-controller-manager, plays the kubelet by setting pod statuses from a random script (some pods never become ready), and compares the sequence of (new, old) sizes that the real controllers decide with that of the engine, for random Deployments, StatefulSets and DaemonSets: 40 in the small size, 300 with `CLUSTER=full`. A step of one may be several of the other where nothing happened in between that a controller could have waited for; every other difference fails. The unit tests replay recorded rollouts, and hold that controllers which are wrong in one point (one pod more of surge, a second too long until a pod is available) are told apart. Seen with Kubernetes 1.37: 200 of 200 Deployments, 50 of 50 StatefulSets and 50 of 50 DaemonSets decided alike; StatefulSets that take several pods at once, 8 of 8. DaemonSets are compared without `minReadySeconds`: the real controller looks a second late at a pod that became available, and later still at one that became Ready while such a look was planned; the engine looks at once, so a real rollout takes longer there than a simulated one.',
    '',
    '## What is not modelled',
    '',
    ...NOT_MODELLED,
    '',
  ].join('\n');
  return [{ path: 'docs/rollout.md', text }, notesPage(), ...pictures()];
}

function group(which: Measurement['group'], title: string): readonly string[] {
  const rows = MEASUREMENTS.filter((each) => each.group === which).map((each) => {
    const { verdict, interval, requests, isInside } = compare(each);
    if (verdict !== each.verdict)
      throw new Error(`${each.id}: the bounds say ${verdict}, and should say ${each.verdict}`);
    if (!isInside && each.difference === undefined) throw new Error(`${each.id}: the difference is not explained`);
    return `| ${each.id} | ${each.setUp} | ${each.taken} | ${each.measured} | ${interval[0]}-${interval[1]} of ${requests.toLocaleString('en-US')} | ${isInside ? 'yes' : 'no, see below'} | ${verdict} |`;
  });
  return [
    `### ${title}`,
    '',
    '| id | set-up | taken for what is not published | lost, measured | lost, simulated | inside | bounds |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

import { APPS } from '../../apps/apps';
import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { describeRef } from '../../lib/kubernetes/views/manifest';
import { boundsOf, planOf, type RolloutEvent } from '../../lib/rollout';
import { synthesized } from './synthesized';

// Every app is synthesized several times.

/** The verdict of the simulator's bounds on each workload of an app: no sampling, the worst that the assumptions allow. */
function verdicts(build: (typeof APPS)[number]['build'], event: RolloutEvent): ReadonlyArray<readonly string[]> {
  const set = ManifestSet.of(synthesized((app) => build(app)));
  return set.objects.flatMap((object) => {
    const plan = planOf(set, object);
    return plan === undefined ? [] : [[describeRef(object.ref), boundsOf(plan, event).verdict]];
  });
}

/** What is one pod by choice is away while its node is drained. */
const SINGLE = new Set(['Deployment redis-cart', 'Deployment payments-dev/card-api']);

describe.each(APPS.map(({ name, build }) => [name, build] as const))('%s', (_name, build) => {
  test('loses no request in a rolling update', () => {
    const found = verdicts(build, 'rollout');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(([, verdict]) => verdict !== 'no-loss')).toEqual([]);
  });

  test('loses no request when a node is drained, but for what is a single pod by choice', () => {
    const lost = verdicts(build, 'drain').filter(([, verdict]) => verdict !== 'no-loss');
    expect(lost.filter(([object]) => !SINGLE.has(object ?? ''))).toEqual([]);
  });
});

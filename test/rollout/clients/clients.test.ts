import { lossesOf, sendRequests, watchedUntil } from '../../../lib/rollout/clients/requests';
import { scheduled, seeded } from '../../../lib/rollout/engine/nature';
import { runRollout } from '../../../lib/rollout/run';
import { plan, sleeps } from '../manifests';

const one = { replicas: 2, maxSurge: 1, maxUnavailable: 0 };

test('what is refused is the rate, times the share of the pod, times what the lag leaves after the hook', () => {
  const scenario = { requestsPerSecond: 30, routers: 1, withdrawalSeconds: 4, registrationSeconds: 0 };
  const given = plan({ ...one, preStop: sleeps(1) }, { scenario });
  const nature = scheduled({ kubelet: 'min' });
  const trace = runRollout(given, 'rollout', nature);
  // A request that runs for the whole grace period can be cut, though next to none does.
  const losses = lossesOf(trace, given, nature, watchedUntil(trace, given)).filter(({ expected }) => expected > 1e-6);
  expect(losses.map(({ cause }) => cause)).toEqual(['refused', 'refused']);
  // Two old pods and a new one, or one old and two new: a third of 30 for 3 s each.
  for (const { expected, from, to } of losses) {
    expect((to - from) / 1000).toBeCloseTo(3, 1);
    expect(expected).toBeCloseTo(30, 0);
  }
});

test('a process that exits at once cuts the requests that it has: the rate times their mean', () => {
  const scenario = {
    requestsPerSecond: 30,
    routers: 1,
    withdrawalSeconds: 0,
    registrationSeconds: 0,
    requestSeconds: 2,
    onSigterm: 'exits',
  } as const;
  const given = plan(one, { scenario });
  const nature = scheduled({ kubelet: 'max' });
  const trace = runRollout(given, 'rollout', nature);
  const cut = lossesOf(trace, given, nature, watchedUntil(trace, given)).filter(({ cause }) => cause === 'cut');
  // Withdrawn at its deletion, and cut a second later: of 2 s of a third of 30 requests, one second is left.
  expect(cut.map(({ expected }) => Math.round(expected))).toEqual([10, 10]);
});

test('batches and single requests come to the same: an open and a closed loop of the same rate', () => {
  const shared = { routers: 1, withdrawalSeconds: 3, registrationSeconds: 0, requestSeconds: 0.05, startUpSeconds: 5 };
  const open = plan(one, { scenario: { ...shared, requestsPerSecond: 40 } });
  const closed = plan(one, { scenario: { ...shared, clients: 40, thinkSeconds: 0.97 } });
  const mean = (given: typeof open) => {
    let lost = 0;
    for (let seed = 0; seed < 40; seed++) {
      const nature = seeded(seed);
      const trace = runRollout(given, 'rollout', nature);
      for (const { count } of sendRequests(trace, given, nature, watchedUntil(trace, given)).lost) lost += count;
    }
    return lost / 40;
  };
  expect(mean(closed) / mean(open)).toBeGreaterThan(0.9);
  expect(mean(closed) / mean(open)).toBeLessThan(1.1);
});

test('more than the pods that are left can answer is lost as overload', () => {
  const given = plan(
    { replicas: 2, maxSurge: 0, maxUnavailable: 1, preStop: sleeps(10), gracePeriod: 60 },
    { scenario: { loadShare: 0.8 } },
  );
  const nature = scheduled({});
  const trace = runRollout(given, 'rollout', nature);
  const losses = lossesOf(trace, given, nature, watchedUntil(trace, given));
  expect(new Set(losses.map(({ cause }) => cause))).toEqual(new Set(['overloaded']));
  const [first] = losses;
  // Three routers, each with a third of 160 requests for 100 that one pod answers.
  expect((first?.expected ?? 0) / (((first?.to ?? 0) - (first?.from ?? 0)) / 1000)).toBeCloseTo(20, 1);
});

test('where no pod is ready, kube-proxy sends to those that stop, and other routers to none', () => {
  const shape = { replicas: 1, maxSurge: 0, maxUnavailable: 1, preStop: sleeps(30), gracePeriod: 90 };
  const causes = (route: string) => {
    const given = plan(shape, { scenario: { route, startUpSeconds: 5 } });
    const nature = scheduled({});
    const trace = runRollout(given, 'rollout', nature);
    return lossesOf(trace, given, nature, watchedUntil(trace, given)).map(({ cause }) => cause);
  };
  expect(causes('cluster-ip')).toEqual([]);
  expect(new Set(causes('ingress-nginx'))).toEqual(new Set(['no-endpoint']));
});

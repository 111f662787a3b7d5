import { cronJobJson } from '../../../lib/constructs/json/cron-job';
import { daemonSetJson } from '../../../lib/constructs/json/daemon-set';
import { deploymentJson } from '../../../lib/constructs/json/deployment';
import { jobJson } from '../../../lib/constructs/json/job';
import { statefulSetJson } from '../../../lib/constructs/json/stateful-set';
import { planCronJob } from '../../../lib/constructs/plan/cron-job-plan';
import { planDaemonSet } from '../../../lib/constructs/plan/daemon-set-plan';
import { planDeployment } from '../../../lib/constructs/plan/deployment-plan';
import { planBatchJob } from '../../../lib/constructs/plan/job-plan';
import { planStatefulSet } from '../../../lib/constructs/plan/stateful-set-plan';
import { namedRoute } from '../../../lib/lifecycle/routes/route';
import { Schedule } from '../../../lib/lifecycle/values/schedule';
import { factsOf, image, seconds, serving } from './facts';

const worker = factsOf({ component: 'worker', route: undefined });
const agent = factsOf({ component: 'agent', route: undefined });
const job = factsOf({ component: 'job', route: undefined });
const timed = { image, activeDeadline: seconds(60) };

const PLANS = {
  service: planDeployment(serving, factsOf()),
  worker: planDeployment({ image }, worker),
  stateful: planStatefulSet(serving, factsOf({ component: 'stateful' })),
  agent: planDaemonSet({ image }, agent),
  job: planBatchJob(timed, job),
  scheduled: planCronJob({ ...timed, schedule: Schedule.hourly() }, job),
};

test.each(Object.entries(PLANS))('the plan of a %s is plain: a copy of its values is the plan', (_, plan) => {
  expect(structuredClone(plan)).toEqual(plan);
  expect(plan.conflicts).toEqual([]);
});

test('what serves goes on for as long as its route sends; what nothing routes to stops at once', () => {
  const slow = planDeployment(serving, factsOf({ route: namedRoute('alb-ip') }));
  expect(slow.pod.containers[0]?.preStop).toEqual({ type: 'sleep', seconds: 30 });
  expect(slow.pod.gracePeriodSeconds).toBe(70);
  expect(PLANS.worker.pod.containers[0]?.preStop).toBeUndefined();
  expect(PLANS.worker.pod.gracePeriodSeconds).toBe(60);
  expect(PLANS.job.pod.gracePeriodSeconds).toBe(30);
});

test('each kind writes what was planned', () => {
  const pods = { template: expect.objectContaining({ spec: expect.anything() }) };
  expect(deploymentJson(PLANS.service)).toMatchObject({
    replicas: 3,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
    ...pods,
  });
  expect(statefulSetJson(PLANS.stateful)).toMatchObject({ serviceName: 'cart-headless', replicas: 3, ...pods });
  expect(daemonSetJson(PLANS.agent)).toMatchObject({
    updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    ...pods,
  });
  expect(jobJson(PLANS.job)).toMatchObject({ activeDeadlineSeconds: 60, podReplacementPolicy: 'Failed', ...pods });
  expect(cronJobJson(PLANS.scheduled)).toMatchObject({
    schedule: '0 * * * *',
    jobTemplate: { spec: { activeDeadlineSeconds: 60, ...pods } },
  });
});

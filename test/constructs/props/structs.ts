import * as platform from '../../../lib/constructs/platform';
import * as profile from '../../../lib/constructs/profile';
import * as batchJobProps from '../../../lib/constructs/props/batch-job-props';
import * as containers from '../../../lib/constructs/props/container-props';
import * as deploymentOptions from '../../../lib/constructs/props/deployment-options';
import * as jobOptions from '../../../lib/constructs/props/job-options';
import * as nodeAgentProps from '../../../lib/constructs/props/node-agent-props';
import * as parts from '../../../lib/constructs/props/part-props';
import * as scheduledJobProps from '../../../lib/constructs/props/scheduled-job-props';
import * as scheduling from '../../../lib/constructs/props/scheduling-props';
import * as servingOptions from '../../../lib/constructs/props/serving-options';
import * as statefulServiceProps from '../../../lib/constructs/props/stateful-service-props';
import * as workerProps from '../../../lib/constructs/props/worker-props';
import * as workloadOptions from '../../../lib/constructs/props/workload-options';
import * as zeroDowntimeServiceProps from '../../../lib/constructs/props/zero-downtime-service-props';
import * as rules from '../../../lib/constructs/rules';
import * as route from '../../../lib/constructs/traffic-route-options';
import type { AnyStruct } from '../../../lib/lifecycle/arguments/struct';
import * as capacity from '../../../lib/lifecycle/values/capacity';
import * as envFrom from '../../../lib/lifecycle/values/env-from';
import * as envValue from '../../../lib/lifecycle/values/env-value';
import * as check from '../../../lib/lifecycle/values/health-check';
import * as checks from '../../../lib/lifecycle/values/health-checks-options';
import * as image from '../../../lib/lifecycle/values/image';
import * as metric from '../../../lib/lifecycle/values/metric';
import * as probes from '../../../lib/lifecycle/values/probe-options';
import * as resources from '../../../lib/lifecycle/values/resources';
import * as retry from '../../../lib/lifecycle/values/retry';
import * as rollingUpdate from '../../../lib/lifecycle/values/rolling-update';
import * as scaling from '../../../lib/lifecycle/values/scaling-rules';
import * as schedule from '../../../lib/lifecycle/values/schedule';
import * as security from '../../../lib/lifecycle/values/security';
import * as shutdown from '../../../lib/lifecycle/values/shutdown';
import * as volume from '../../../lib/lifecycle/values/volume-options';

const modules: readonly object[] = [
  ...[platform, profile, containers, parts, scheduling, rules, capacity, check, checks, image, probes, resources],
  ...[
    batchJobProps,
    deploymentOptions,
    jobOptions,
    nodeAgentProps,
    scheduledJobProps,
    servingOptions,
    statefulServiceProps,
    workerProps,
    workloadOptions,
    zeroDowntimeServiceProps,
  ],
  ...[envFrom, envValue, metric, scaling, retry, rollingUpdate, schedule, security, shutdown, route, volume],
];

/** Every description of an interface that users fill in. */
export const STRUCTS: readonly AnyStruct[] = modules.flatMap((each) => Object.values(each).filter(isStruct));

function isStruct(value: unknown): value is AnyStruct {
  return typeof value === 'object' && value !== null && 'kinds' in value;
}

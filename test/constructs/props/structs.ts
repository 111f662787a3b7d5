import * as platform from '../../../lib/constructs/platform';
import * as profile from '../../../lib/constructs/profile';
import * as containers from '../../../lib/constructs/props/container-props';
import * as parts from '../../../lib/constructs/props/part-props';
import * as workloads from '../../../lib/constructs/props/workload-props';
import * as rules from '../../../lib/constructs/rules';
import type { AnyStruct } from '../../../lib/lifecycle/arguments/struct';
import * as capacity from '../../../lib/lifecycle/capacity';
import * as check from '../../../lib/lifecycle/health-check';
import * as checks from '../../../lib/lifecycle/health-checks-options';
import * as image from '../../../lib/lifecycle/image';
import * as probes from '../../../lib/lifecycle/probe-options';
import * as resources from '../../../lib/lifecycle/resources';
import * as retry from '../../../lib/lifecycle/retry';
import * as rollingUpdate from '../../../lib/lifecycle/rolling-update';
import * as schedule from '../../../lib/lifecycle/schedule';
import * as security from '../../../lib/lifecycle/security';
import * as shutdown from '../../../lib/lifecycle/shutdown';
import * as route from '../../../lib/lifecycle/traffic-route-options';

const modules: readonly object[] = [
  ...[platform, profile, containers, parts, workloads, rules, capacity, check, checks, image, probes, resources],
  ...[retry, rollingUpdate, schedule, security, shutdown, route],
];

/** Every description of an interface that users fill in. */
export const STRUCTS: readonly AnyStruct[] = modules.flatMap((each) => Object.values(each).filter(isStruct));

function isStruct(value: unknown): value is AnyStruct {
  return typeof value === 'object' && value !== null && 'kinds' in value;
}

import { list } from '../../lifecycle/arguments/collections';
import { duration } from '../../lifecycle/arguments/duration';
import { required } from '../../lifecycle/arguments/kind';
import { flag, oneOf, port, text, wholeNumber } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { CAPACITY } from '../../lifecycle/values/capacity';
import { DISRUPTION_BUDGET } from '../../lifecycle/values/disruption-budget';
import { HEALTH_CHECKS } from '../../lifecycle/values/health-checks';
import { IMAGE } from '../../lifecycle/values/image';
import { JobRestartPolicy } from '../../lifecycle/values/job-restart-policy';
import { RESOURCES } from '../../lifecycle/values/resources';
import { RETRY } from '../../lifecycle/values/retry';
import { ROLLING_UPDATE } from '../../lifecycle/values/rolling-update';
import { SCHEDULE } from '../../lifecycle/values/schedule';
import { SHUTDOWN } from '../../lifecycle/values/shutdown';
import { TRAFFIC_ROUTE } from '../../lifecycle/values/traffic-route';
import type { BatchJobProps } from '../batch-job';
import { ConcurrencyPolicy } from '../concurrency-policy';
import type { NodeAgentProps } from '../node-agent';
import type { JobOptions } from '../plan/job-plan';
import { PodManagementPolicy } from '../pod-management-policy';
import type { ScheduledJobProps } from '../scheduled-job';
import type { StatefulServiceProps } from '../stateful-service';
import type { WorkerProps } from '../worker';
import type { ZeroDowntimeServiceProps } from '../zero-downtime-service';
import { POD_OPTIONS } from './container-props';
import {
  AUTOSCALING_OPTIONS,
  HOST_PATH_OPTIONS,
  HTTP_ROUTE_OPTIONS,
  INGRESS_OPTIONS,
  SERVICE_OPTIONS,
  STORAGE_OPTIONS,
} from './part-props';

/** What all constructs are given besides the pod's own. */
const EVERY = {
  image: required(IMAGE),
  resources: RESOURCES,
  drainsWithin: duration(),
  shutdown: SHUTDOWN,
};

/** What stays up is given. */
const LASTING = {
  ...EVERY,
  minReady: duration(),
  revisionHistoryLimit: wholeNumber(),
};

export const ZERO_DOWNTIME_SERVICE_PROPS = struct<ZeroDowntimeServiceProps>('ZeroDowntimeServiceProps', {
  ...LASTING,
  port: required(port('the port that the app listens on, such as 8080')),
  health: required(HEALTH_CHECKS),
  portName: text(),
  servicePort: port(),
  replicas: wholeNumber(),
  autoscaling: nested(AUTOSCALING_OPTIONS),
  rollingUpdate: ROLLING_UPDATE,
  capacity: CAPACITY,
  progressDeadline: duration(),
  disruptionBudget: DISRUPTION_BUDGET,
  service: nested(SERVICE_OPTIONS),
  ingress: nested(INGRESS_OPTIONS),
  httpRoute: nested(HTTP_ROUTE_OPTIONS),
  route: TRAFFIC_ROUTE,
  ...POD_OPTIONS.properties,
});

export const WORKER_PROPS = struct<WorkerProps>('WorkerProps', {
  ...LASTING,
  health: HEALTH_CHECKS,
  replicas: wholeNumber(),
  autoscaling: nested(AUTOSCALING_OPTIONS),
  rollingUpdate: ROLLING_UPDATE,
  progressDeadline: duration(),
  disruptionBudget: DISRUPTION_BUDGET,
  ...POD_OPTIONS.properties,
});

export const STATEFUL_SERVICE_PROPS = struct<StatefulServiceProps>('StatefulServiceProps', {
  ...LASTING,
  port: required(port('the port that the app listens on, such as 5432')),
  health: required(HEALTH_CHECKS, 'HealthChecks.tcp(), or another of its kinds'),
  storage: list(nested(STORAGE_OPTIONS)),
  portName: text(),
  servicePort: port(),
  replicas: wholeNumber(),
  podManagementPolicy: oneOf('PodManagementPolicy', PodManagementPolicy),
  partition: wholeNumber(),
  disruptionBudget: DISRUPTION_BUDGET,
  service: nested(SERVICE_OPTIONS),
  route: TRAFFIC_ROUTE,
  ...POD_OPTIONS.properties,
});

export const NODE_AGENT_PROPS = struct<NodeAgentProps>('NodeAgentProps', {
  ...LASTING,
  health: HEALTH_CHECKS,
  rollingUpdate: ROLLING_UPDATE,
  hostNetwork: flag(),
  hostPID: flag(),
  hostPaths: list(nested(HOST_PATH_OPTIONS)),
  ...POD_OPTIONS.properties,
});

export const JOB_OPTIONS = struct<JobOptions>('JobOptions', {
  ...EVERY,
  activeDeadline: required(duration(), 'the longest time that the job may take, such as Duration.hours(1)'),
  restartPolicy: oneOf('JobRestartPolicy', JobRestartPolicy),
  retry: RETRY,
  completions: wholeNumber(1),
  parallelism: wholeNumber(1),
  indexed: flag(),
  ttlAfterFinished: duration('Duration.hours(1)'),
  ...POD_OPTIONS.properties,
});

export const BATCH_JOB_PROPS = struct<BatchJobProps>('BatchJobProps', {
  ...JOB_OPTIONS.properties,
  fixedName: flag(),
});

export const SCHEDULED_JOB_PROPS = struct<ScheduledJobProps>('ScheduledJobProps', {
  ...JOB_OPTIONS.properties,
  schedule: required(SCHEDULE),
  concurrencyPolicy: oneOf('ConcurrencyPolicy', ConcurrencyPolicy),
  startingDeadline: duration(),
  successfulJobsRetained: wholeNumber(),
  failedJobsRetained: wholeNumber(),
  suspend: flag(),
});

import type { Duration } from 'cdk8s';
import { duration } from '../../lifecycle/arguments/duration';
import { required } from '../../lifecycle/arguments/kind';
import { wholeNumber } from '../../lifecycle/arguments/scalars';
import { struct } from '../../lifecycle/arguments/struct';
import { DISRUPTION_BUDGET, type DisruptionBudget } from '../../lifecycle/values/disruption-budget';
import { IMAGE, type Image } from '../../lifecycle/values/image';
import { RESOURCES, type Resources } from '../../lifecycle/values/resources';
import { ROLLING_UPDATE, type RollingUpdate } from '../../lifecycle/values/rolling-update';
import { SHUTDOWN, type Shutdown } from '../../lifecycle/values/shutdown';
import type { PodOptions } from '../pod-options';
import { POD_OPTIONS } from './container-props';

/** What every construct can be given. */
export interface WorkloadOptions extends PodOptions {
  /** Image of the main container. */
  readonly image: Image;
  /**
   * CPU and memory of the main container. There is no default that is right: give them here or in the Profile.
   * @default - the Profile's
   */
  readonly resources?: Resources;
  /**
   * How long the app may take after SIGTERM to finish what it has begun: its longest request, or message.
   * @default Duration.seconds(30) - for a job, what its grace period of 30 s leaves
   */
  readonly drainsWithin?: Duration;
  /**
   * How a pod stops, in detail.
   * @default - preStop by the traffic route, where there is one; a margin of 10 s; and the grace period that holds hook, drain and margin, at least 60 s (for a job 30 s)
   */
  readonly shutdown?: Shutdown;
}

export const WORKLOAD_OPTIONS = struct<WorkloadOptions>('WorkloadOptions', {
  ...POD_OPTIONS.properties,
  image: required(IMAGE),
  resources: RESOURCES,
  drainsWithin: duration(),
  shutdown: SHUTDOWN,
});

/** What every construct can be given whose pods run on, and are replaced by new ones. */
export interface RollingOptions {
  /**
   * How old pods are replaced by new ones.
   * @default - of a Deployment: maxSurge 1; maxUnavailable 1 from three replicas on, else 0 (with `capacity`, what the peak leaves over). Of a NodeAgent: maxUnavailable 1, or maxSurge alone where it is given. Of a StatefulService: one pod at a time; its maxUnavailable needs Kubernetes 1.37
   */
  readonly rollingUpdate?: RollingUpdate;
  /**
   * How long a pod must be Ready before it counts as available.
   * @default Duration.seconds(0) - or the registration lag of a balancer that sends to pods without a readiness gate
   */
  readonly minReady?: Duration;
  /**
   * Old revisions that are kept to go back to.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
}

export const ROLLING_OPTIONS = struct<RollingOptions>('RollingOptions', {
  rollingUpdate: ROLLING_UPDATE,
  minReady: duration(),
  revisionHistoryLimit: wholeNumber(),
});

/** What every construct can be given that runs a number of equal pods. */
export interface ReplicatedOptions {
  /**
   * Desired pods.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * How many pods a node drain may take at once.
   * @default DisruptionBudget.maxUnavailable(PodAmount.pods(1))
   */
  readonly disruptionBudget?: DisruptionBudget;
}

export const REPLICATED_OPTIONS = struct<ReplicatedOptions>('ReplicatedOptions', {
  replicas: wholeNumber(),
  disruptionBudget: DISRUPTION_BUDGET,
});

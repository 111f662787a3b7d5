import { ApiObject, type Duration, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import type { DisruptionBudget } from '../lifecycle/values/disruption-budget';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Image } from '../lifecycle/values/image';
import type { Resources } from '../lifecycle/values/resources';
import type { RollingUpdate } from '../lifecycle/values/rolling-update';
import type { Shutdown } from '../lifecycle/values/shutdown';
import { type AutoscalingOptions, autoscalerOf } from './autoscaler';
import { finishDeployment } from './deployment';
import { disruptionBudgetOf } from './disruption-budget';
import { checkName } from './names';
import { planRollout } from './plan/rollout-plan';
import { drainConflicts, quietStop } from './plan/stop-plan';
import { Platform } from './platform';
import { podOf } from './pod';
import type { PodOptions } from './pod-options';
import { Profile } from './profile';
import { checkProps, place } from './props/check-props';
import { WORKER_PROPS } from './props/workload-props';
import { guard } from './synth/guard';
import { patchObject } from './synth/patch';

/** Properties of a Worker. */
export interface WorkerProps extends PodOptions {
  /** Image of the main container. */
  readonly image: Image;
  /**
   * CPU and memory of the main container. There is no default that is right: give them here or in the Profile.
   * @default - the Profile's
   */
  readonly resources?: Resources;
  /**
   * How the app is asked whether it lives and has started; a check without a port asks the first of `ports`.
   * @default - it is not asked
   */
  readonly health?: HealthChecks;
  /**
   * Desired pods.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * How the number of pods follows the load.
   * @default - it does not
   */
  readonly autoscaling?: AutoscalingOptions;
  /**
   * How old pods are replaced by new ones.
   * @default - maxSurge 1; maxUnavailable 1 from three replicas on, else 0
   */
  readonly rollingUpdate?: RollingUpdate;
  /**
   * The longest message: how long the app may take to finish it after SIGTERM.
   * @default Duration.seconds(30)
   */
  readonly drainsWithin?: Duration;
  /**
   * How a pod stops, in detail.
   * @default - no preStop, and the grace period that holds drain and margin, at least 60 s
   */
  readonly shutdown?: Shutdown;
  /**
   * How long a pod must be Ready before it counts as available.
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;
  /**
   * How long a rollout may go without progress before it is reported.
   * @default Duration.seconds(600) - raised above the start-up budget + minReady
   */
  readonly progressDeadline?: Duration;
  /**
   * Old ReplicaSets that are kept to go back to.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * How many pods a node drain may take at once.
   * @default DisruptionBudget.maxUnavailable(PodAmount.pods(1))
   */
  readonly disruptionBudget?: DisruptionBudget;
}

/** A consumer of a queue: a Deployment and its PodDisruptionBudget. Nothing routes to it, so it stops at once. */
export class Worker extends Construct {
  /** The Deployment. */
  public readonly deployment: kplus.Deployment;
  /** The PodDisruptionBudget; undefined where the construct has none. */
  public readonly disruptionBudget?: ApiObject;
  /** The HorizontalPodAutoscaler; undefined where the number of pods is fixed. */
  public readonly autoscaler?: ApiObject;

  public constructor(scope: Construct, id: string, props: WorkerProps) {
    super(...place(WORKER_PROPS, scope, id));
    const platform = Platform._read(this);
    const profile = Profile._read(this);
    const { resources } = checkProps(this, WORKER_PROPS, props, profile);
    const name = checkName(id);
    const replicas = checkCount(props.replicas ?? profile.replicas ?? DEFAULTS.replicas.value, 'replicas');
    const stop = () => quietStop(props);
    // What may be missing is counted from the fewest pods that an autoscaler leaves.
    const fewest = props.autoscaling?.minReplicas ?? replicas;
    const rollout = () => planRollout(props, fewest, props.health, undefined);
    const pod = podOf(this, {
      name,
      component: 'worker',
      options: props,
      image: props.image,
      resources,
      ports: props.ports ?? [],
      health: props.health,
      stop,
      restartPolicy: 'Always',
      version: platform.kubernetesVersion,
      registries: platform.registries ?? [],
      spread: true,
    });
    this.deployment = new kplus.Deployment(this, 'Deployment', pod.props);
    this.node.defaultChild = this.deployment;
    finishDeployment(this.deployment, { name, component: 'worker', replicas, rollout });
    pod.finish(this.deployment, ['spec', 'template']);

    const budget = props.disruptionBudget ?? profile.disruptionBudget;
    this.disruptionBudget = disruptionBudgetOf(this, name, 'worker', budget);
    if (props.autoscaling !== undefined) {
      this.autoscaler = autoscalerOf(this, name, 'worker', 'Deployment', props.autoscaling, replicas);
      this.deployment.markHasAutoscaler();
    }
    guard(this, {
      workload: ApiObject.of(this.deployment),
      served: false,
      drainSeconds: () => stop().drainSeconds,
      conflicts: () => [...drainConflicts(props), ...rollout().conflicts, ...pod.conflicts()],
    });
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }
}

import { ApiObject, type Duration, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import type { Capacity } from '../lifecycle/values/capacity';
import type { DisruptionBudget } from '../lifecycle/values/disruption-budget';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Image } from '../lifecycle/values/image';
import type { Resources } from '../lifecycle/values/resources';
import type { RollingUpdate } from '../lifecycle/values/rolling-update';
import type { Shutdown } from '../lifecycle/values/shutdown';
import type { TrafficRoute } from '../lifecycle/values/traffic-route';
import { type AutoscalingOptions, autoscalerOf } from './autoscaler';
import { finishDeployment } from './deployment';
import { disruptionBudgetOf } from './disruption-budget';
import { type HttpRouteOptions, httpRouteOf, type IngressOptions, ingressOf } from './ingress';
import { checkName } from './names';
import { healthConflicts } from './plan/health-conflicts';
import { ownRoute } from './plan/own-route';
import { planRollout } from './plan/rollout-plan';
import { drainConflicts, servingStop } from './plan/stop-plan';
import { Platform } from './platform';
import { podOf } from './pod';
import type { PodOptions } from './pod-options';
import { Profile } from './profile';
import { checkPart, checkProps, place } from './props/check-props';
import { EXPOSE_OPTIONS } from './props/part-props';
import { ZERO_DOWNTIME_SERVICE_PROPS } from './props/workload-props';
import { type ExposeOptions, type ServiceOptions, serviceOf } from './service';
import { guard } from './synth/guard';
import { patchObject } from './synth/patch';
import { once } from './synth/unchanged';

/** Properties of a ZeroDowntimeService. */
export interface ZeroDowntimeServiceProps extends PodOptions {
  /** Image of the main container. */
  readonly image: Image;
  /** Port that the app listens on. */
  readonly port: number;
  /** How the app is asked whether it takes traffic, lives and has started. */
  readonly health: HealthChecks;
  /**
   * CPU and memory of the main container. There is no default that is right: give them here or in the Profile.
   * @default - the Profile's
   */
  readonly resources?: Resources;
  /**
   * Name of the port, on container and Service.
   * @default 'http'
   */
  readonly portName?: string;
  /**
   * Port of the Service.
   * @default - the app's port
   */
  readonly servicePort?: number;
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
   * @default - maxSurge 1; maxUnavailable 1 from three replicas on, else 0; with `capacity`, what the peak leaves over
   */
  readonly rollingUpdate?: RollingUpdate;
  /**
   * The load at its peak. No rolling update leaves fewer pods than it needs.
   * @default - not known
   */
  readonly capacity?: Capacity;
  /**
   * The longest request.
   * @default Duration.seconds(30)
   */
  readonly drainsWithin?: Duration;
  /**
   * How a pod stops, in detail.
   * @default - preStop by the traffic route, a margin of 10 s, and the grace period that holds hook, drain and margin
   */
  readonly shutdown?: Shutdown;
  /**
   * How long a pod must be Ready before it counts as available.
   * @default Duration.seconds(0) - or the registration lag of a balancer that sends to pods without a readiness gate
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
  /**
   * The Service in front.
   * @default - ClusterIP
   */
  readonly service?: ServiceOptions;
  /**
   * An Ingress in front of the Service.
   * @default - none
   */
  readonly ingress?: IngressOptions;
  /**
   * An HTTPRoute in front of the Service.
   * @default - none
   */
  readonly httpRoute?: HttpRouteOptions;
  /**
   * How requests reach the pods.
   * @default - the slowest of what the Platform says and what Service and Ingress show
   */
  readonly route?: TrafficRoute;
}

/**
 * Anything that answers requests, so that neither a rolling update nor a node drain loses one: a Deployment, its
 * Service and its PodDisruptionBudget; on request an autoscaler, an Ingress or HTTPRoute, and ConfigMaps.
 */
export class ZeroDowntimeService extends Construct {
  /** The Deployment. */
  public readonly deployment: kplus.Deployment;
  /** The Service in front of the pods. */
  public readonly service: kplus.Service;
  /** Name of the Service, for what sends requests to it. */
  public readonly serviceName: string;
  /** The PodDisruptionBudget; undefined where the construct has none. */
  public readonly disruptionBudget?: ApiObject;
  /** The HorizontalPodAutoscaler; undefined where the number of pods is fixed. */
  public readonly autoscaler?: ApiObject;
  /** The Ingress; undefined where there is none. */
  public readonly ingress?: ApiObject;
  /** The HTTPRoute; undefined where there is none. */
  public readonly httpRoute?: ApiObject;
  private readonly props: ZeroDowntimeServiceProps;
  private readonly fronts: IConstruct[] = [];

  public constructor(scope: Construct, id: string, props: ZeroDowntimeServiceProps) {
    super(...place(ZERO_DOWNTIME_SERVICE_PROPS, scope, id));
    const platform = Platform._read(this);
    const profile = Profile._read(this);
    const { resources } = checkProps(this, ZERO_DOWNTIME_SERVICE_PROPS, props, profile);
    this.props = props;
    const name = checkName(id);
    const replicas = checkCount(props.replicas ?? profile.replicas ?? DEFAULTS.replicas.value, 'replicas');
    const route = () =>
      once(this, () => ownRoute(this.fronts, name, 'service', props.podAnnotations ?? {}, platform.route, props.route));
    const stop = () => servingStop(props, route());
    // What may be missing is counted from the fewest pods that an autoscaler leaves.
    const fewest = props.autoscaling?.minReplicas ?? replicas;
    const rollout = () => planRollout(props, fewest, props.health, route());
    const mainPort = { name: props.portName ?? 'http', port: props.port };
    const pod = podOf(this, {
      name,
      component: 'service',
      options: props,
      image: props.image,
      resources,
      ports: [mainPort, ...(props.ports ?? [])],
      health: props.health,
      stop,
      restartPolicy: 'Always',
      version: platform.kubernetesVersion,
      registries: platform.registries ?? [],
      spread: true,
    });
    this.deployment = new kplus.Deployment(this, 'Deployment', pod.props);
    this.node.defaultChild = this.deployment;
    finishDeployment(this.deployment, { name, component: 'service', replicas, rollout });
    pod.finish(this.deployment, ['spec', 'template']);

    this.service = this.front({ ...props.service, name });
    this.serviceName = name;
    const budget = props.disruptionBudget ?? profile.disruptionBudget;
    this.disruptionBudget = disruptionBudgetOf(this, name, 'service', budget);
    if (props.autoscaling !== undefined) {
      this.autoscaler = autoscalerOf(this, name, 'service', 'Deployment', props.autoscaling, replicas);
      this.deployment.markHasAutoscaler();
    }
    const backend = { name, component: 'service' as const, service: name, port: props.servicePort ?? props.port };
    this.ingress = props.ingress && ingressOf(this, backend, props.ingress);
    this.httpRoute = props.httpRoute && httpRouteOf(this, backend, props.httpRoute);
    this.fronts.push(...[this.ingress, this.httpRoute].filter((front) => front !== undefined));
    guard(this, {
      workload: ApiObject.of(this.deployment),
      served: true,
      drainSeconds: () => stop().drainSeconds,
      route: () => route().toString(),
      conflicts: () => [
        ...healthConflicts(props.health),
        ...drainConflicts(props),
        ...rollout().conflicts,
        ...pod.conflicts(),
      ],
    });
  }

  /** Puts a further Service in front of the same pods, such as one of type LoadBalancer. */
  public expose(options: ExposeOptions): kplus.Service {
    checkPart(this, 'expose', EXPOSE_OPTIONS, options);
    return this.front(options);
  }

  /**
   * Patches the final JSON of one of this construct's objects; it comes after everything else.
   * @throws if the object is not this construct's; at synth if a path does not exist
   */
  public patch(target: IConstruct, ...patches: JsonPatch[]): void {
    patchObject(this, target, patches);
  }

  private front(options: ExposeOptions): kplus.Service {
    const { props } = this;
    const isFirst = this.fronts.length === 0;
    const port = options.port ?? props.servicePort ?? props.port;
    const service = serviceOf(this, isFirst ? 'Service' : `Service-${options.name}`, {
      ...options,
      target: { name: this.node.id, component: 'service' },
      ports: [{ name: props.portName ?? 'http', port, targetPort: props.port }],
    });
    this.fronts.push(service);
    return service;
  }
}

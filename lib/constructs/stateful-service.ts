import { ApiObject, type Duration, type JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { checkCount } from '../lifecycle/arithmetic/numbers';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import type { DisruptionBudget } from '../lifecycle/values/disruption-budget';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Image } from '../lifecycle/values/image';
import type { Resources } from '../lifecycle/values/resources';
import type { Shutdown } from '../lifecycle/values/shutdown';
import type { TrafficRoute } from '../lifecycle/values/traffic-route';
import { disruptionBudgetOf } from './disruption-budget';
import { selectorLabels } from './labels';
import { checkName } from './names';
import { healthConflicts } from './plan/health-conflicts';
import { ownRoute } from './plan/own-route';
import { minReadyOf } from './plan/rollout-plan';
import { drainConflicts, servingStop } from './plan/stop-plan';
import { Platform } from './platform';
import { podOf } from './pod';
import { PodManagementPolicy } from './pod-management-policy';
import type { PodOptions } from './pod-options';
import { Profile } from './profile';
import { checkProps, place } from './props/check-props';
import { STATEFUL_SERVICE_PROPS } from './props/workload-props';
import { type ServiceOptions, serviceOf } from './service';
import { addMounts, claimJson, type StorageOptions } from './storage';
import { editFinalJson } from './synth/final-json';
import { guard } from './synth/guard';
import { isRecord } from './synth/merge';
import { patchObject } from './synth/patch';
import { once } from './synth/unchanged';

/** Properties of a StatefulService. */
export interface StatefulServiceProps extends PodOptions {
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
   * Volumes that each pod claims for itself.
   * @default - none
   */
  readonly storage?: StorageOptions[];
  /**
   * Name of the port, on container and Service.
   * @default 'tcp'
   */
  readonly portName?: string;
  /**
   * Port of the client Service.
   * @default - the app's port
   */
  readonly servicePort?: number;
  /**
   * Desired pods.
   * @default 3
   */
  readonly replicas?: number;
  /**
   * Whether pods start and stop one after the other.
   * @default PodManagementPolicy.ORDERED_READY
   */
  readonly podManagementPolicy?: PodManagementPolicy;
  /**
   * Pods with an ordinal below this are not updated.
   * @default 0
   */
  readonly partition?: number;
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
   * How long a pod must be Ready before the next one is replaced.
   * @default Duration.seconds(0) - or the registration lag of a balancer that sends to pods without a readiness gate
   */
  readonly minReady?: Duration;
  /**
   * Old revisions that are kept to go back to.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * How many pods a node drain may take at once.
   * @default DisruptionBudget.maxUnavailable(PodAmount.pods(1))
   */
  readonly disruptionBudget?: DisruptionBudget;
  /**
   * The client Service.
   * @default - ClusterIP
   */
  readonly service?: ServiceOptions;
  /**
   * How requests reach the pods.
   * @default - the slowest of what the Platform says and what the Service shows
   */
  readonly route?: TrafficRoute;
}

const COMPONENT = 'stateful';

/**
 * A database or broker: a StatefulSet with volume claims, a headless Service for its members, a Service for its
 * clients, and a PodDisruptionBudget. A single replica has an outage at each update, however it is set up.
 */
export class StatefulService extends Construct {
  /** The StatefulSet. */
  public readonly statefulSet: kplus.StatefulSet;
  /** The Service for clients. */
  public readonly service: kplus.Service;
  /** Name of the Service for clients. */
  public readonly serviceName: string;
  /** The headless Service that gives each pod its name. */
  public readonly headlessService: kplus.Service;
  /** The PodDisruptionBudget; undefined where the construct has none. */
  public readonly disruptionBudget?: ApiObject;

  public constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(...place(STATEFUL_SERVICE_PROPS, scope, id));
    const platform = Platform._read(this);
    const profile = Profile._read(this);
    const { resources } = checkProps(this, STATEFUL_SERVICE_PROPS, props, profile);
    // Pods bear the revision as a label, `<name>-<10 digits>`: 52 characters leave room for it.
    const name = checkName(id, 52);
    const replicas = checkCount(props.replicas ?? profile.replicas ?? DEFAULTS.replicas.value, 'replicas');
    const fronts: IConstruct[] = [];
    const route = () =>
      once(this, () => ownRoute(fronts, name, COMPONENT, props.podAnnotations ?? {}, platform.route, props.route));
    const stop = () => servingStop(props, route());
    const mainPort = { name: props.portName ?? 'tcp', port: props.port };
    const pod = podOf(this, {
      name,
      component: COMPONENT,
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
    const target = { name, component: COMPONENT } as const;
    const ports = (port: number) => [{ ...mainPort, port, targetPort: props.port }];
    this.headlessService = serviceOf(this, 'HeadlessService', {
      name: `${name}-headless`,
      target,
      ports: ports(props.port),
      headless: true,
    });
    this.statefulSet = new kplus.StatefulSet(this, 'StatefulSet', { ...pod.props, service: this.headlessService });
    this.node.defaultChild = this.statefulSet;
    const claims = (props.storage ?? []).map(claimJson);
    const mounts = (props.storage ?? []).map(({ name: claim, path }) => ({ name: claim, mountPath: path }));
    const minReadySeconds = () => minReadyOf(props.minReady, route());
    const partition = checkCount(props.partition ?? 0, 'partition');
    const revisionHistoryLimit = checkCount(
      props.revisionHistoryLimit ?? DEFAULTS.revisionHistory.value,
      'revisionHistoryLimit',
    );
    pod.finish(this.statefulSet, ['spec', 'template']);
    editFinalJson(ApiObject.of(this.statefulSet), (json) => {
      const spec = isRecord(json.spec) ? json.spec : {};
      if (this.statefulSet.hasAutoscaler) delete spec.replicas;
      else spec.replicas = replicas;
      Object.assign(spec, {
        minReadySeconds: minReadySeconds(),
        revisionHistoryLimit,
        podManagementPolicy: props.podManagementPolicy ?? PodManagementPolicy.ORDERED_READY,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: selectorLabels(name, COMPONENT) },
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } },
        ...(claims.length > 0 && { volumeClaimTemplates: claims }),
      });
      addMounts(spec, props.containerName ?? name, mounts);
    });

    this.service = serviceOf(this, 'Service', {
      ...props.service,
      name,
      target,
      ports: ports(props.servicePort ?? props.port),
    });
    this.serviceName = name;
    fronts.push(this.service);
    const budget = props.disruptionBudget ?? profile.disruptionBudget;
    this.disruptionBudget = disruptionBudgetOf(this, name, COMPONENT, budget);
    guard(this, {
      workload: ApiObject.of(this.statefulSet),
      served: true,
      drainSeconds: () => stop().drainSeconds,
      route: () => route().toString(),
      conflicts: () => [...healthConflicts(props.health), ...drainConflicts(props), ...pod.conflicts()],
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

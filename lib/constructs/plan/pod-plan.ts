import type { Conflict } from '../../lifecycle/conflict';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import type { HealthChecks } from '../../lifecycle/values/health-checks';
import { Security } from '../../lifecycle/values/security';
import type { ShutdownPlan } from '../../lifecycle/values/shutdown';
import { Volume } from '../../lifecycle/values/volume';
import type { Fields } from '../fields';
import { ADDRESS, checkLabels, selectorLabels, standardLabels } from '../labels';
import { toLabelValue } from '../names';
import type { ContainerOptions, InitContainerOptions, PodOptions } from '../pod-options';
import type { WorkloadOptions } from '../props/workload-options';
import type { PortOptions } from '../running-container-options';
import type { TopologySpreadConstraint } from '../topology-spread';
import type { VolumeMount } from '../volume-mount';
import { type ContainerGiven, type ContainerPlan, planContainer } from './container-plan';
import type { Facts } from './facts';
import { distinct, type MountPlan } from './mount-plan';

/** The pods of a construct, with every value known; times in seconds. */
export interface PodPlan {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly containers: readonly ContainerPlan[];
  /** Sidecars first, so that init containers have them. */
  readonly initContainers: readonly ContainerPlan[];
  readonly volumes: readonly Fields[];
  readonly restartPolicy: string;
  readonly gracePeriodSeconds: number;
  readonly security: Fields;
  readonly imagePullSecrets: readonly string[];
  readonly topologySpread: readonly TopologySpreadConstraint[];
  readonly serviceAccountName: string | undefined;
  readonly automountServiceAccountToken: boolean;
  readonly dnsPolicy: string;
  /** What is written as it was given, or left out. */
  readonly asGiven: Pick<PodOptions, (typeof AS_GIVEN)[number]> & HostAccess;
  /** `linux` where a container has a stop signal, which the API server takes only beside it. */
  readonly os: 'linux' | undefined;
  readonly conflicts: readonly Conflict[];
}

/** What of the node a pod shares. */
interface HostAccess {
  readonly hostNetwork?: true;
  readonly hostPID?: true;
}

/** What the kind of a construct says of its pods. */
export interface PodGiven {
  readonly health?: HealthChecks;
  readonly stop: ShutdownPlan;
  readonly restartPolicy: string;
  /** The port that checks ask first; before those of the options. */
  readonly mainPort?: PortOptions;
  /** Whether pods are spread over nodes and zones where nothing else is said. */
  readonly spreads: boolean;
  readonly mounts?: readonly VolumeMount[];
  readonly claimMounts?: readonly MountPlan[];
  readonly hostAccess?: HostAccess;
}

const AS_GIVEN = [
  'nodeSelector',
  'affinity',
  'tolerations',
  'priorityClassName',
  'runtimeClassName',
  'enableServiceLinks',
  'shareProcessNamespace',
] as const satisfies ReadonlyArray<keyof PodOptions>;

/** Decides about the pods of a construct. */
export function planPod(options: WorkloadOptions, facts: Facts, given: PodGiven): PodPlan {
  const { name, component, config } = facts;
  const containers = planAll(
    'containers',
    [mainContainer(options, facts, given), ...(options.containers ?? []).map(further)],
    facts,
  );
  const initContainers = planAll(
    'initContainers',
    [
      ...(options.sidecars ?? []).map((each) => ({ ...further(each), isSidecar: true })),
      ...(options.initContainers ?? []).map(further),
    ],
    facts,
  );
  const all = [...containers, ...initContainers];
  checkUnique(all);
  return {
    labels: {
      ...checkLabels(options.podLabels ?? {}, 'podLabels'),
      ...standardLabels(name, component, options.image),
      [ADDRESS]: toLabelValue(`${component}.${name}`),
    },
    annotations: {
      ...options.podAnnotations,
      ...(config.hash !== undefined && { 'cdk8s-lifecycle/config-hash': config.hash }),
    },
    containers,
    initContainers,
    volumes: distinct(all.flatMap(({ mounts }) => mounts).flatMap(({ volume }) => (volume ? [volume] : []))),
    restartPolicy: given.restartPolicy,
    gracePeriodSeconds: given.stop.gracePeriodSeconds,
    security: (options.security ?? Security.restricted())._plan.pod,
    imagePullSecrets: [...new Set([...(options.imagePullSecrets ?? []), ...registrySecrets(options, facts)])],
    topologySpread: options.topologySpread ?? (given.spreads ? defaultSpread(selectorLabels(name, component)) : []),
    serviceAccountName: options.serviceAccountName,
    automountServiceAccountToken: options.automountServiceAccountToken ?? false,
    dnsPolicy: options.dnsPolicy ?? 'ClusterFirst',
    asGiven: { ...Object.fromEntries(AS_GIVEN.map((key) => [key, options[key]])), ...given.hostAccess },
    os: all.some(({ stopSignal }) => stopSignal !== undefined) ? 'linux' : undefined,
    conflicts: all.flatMap(({ conflicts }) => conflicts),
  };
}

function mainContainer(options: WorkloadOptions, facts: Facts, given: PodGiven): ContainerGiven {
  const { mainPort, mounts = [] } = given;
  return {
    ...options,
    name: options.containerName ?? facts.name,
    resources: facts.resources,
    ports: [...(mainPort === undefined ? [] : [mainPort]), ...(options.ports ?? [])],
    health: given.health,
    postStart: options.postStart?._handler,
    preStop: given.stop.preStop,
    configFrom: facts.config.envFrom,
    furtherMounts: [...facts.config.mounts, ...secretMounts(options), ...mounts],
    claimMounts: given.claimMounts,
  };
}

function further(options: InitContainerOptions | ContainerOptions): ContainerGiven {
  const { postStart, preStop, ...rest }: ContainerOptions = options;
  return { ...rest, postStart: postStart?._handler, preStop: preStop?._handler };
}

function planAll(list: string, given: readonly ContainerGiven[], { version }: Facts): readonly ContainerPlan[] {
  return given.map((each, index) => planContainer(`${list}[${index}]`, each, version));
}

function secretMounts({ secretFiles = {} }: PodOptions): readonly VolumeMount[] {
  return Object.entries(secretFiles).map(([path, secret]) => ({ path, volume: Volume.secret(secret), readOnly: true }));
}

function registrySecrets(options: WorkloadOptions, { registries }: Facts): readonly string[] {
  const { containers = [], initContainers = [], sidecars = [] } = options;
  const images = [options, ...containers, ...initContainers, ...sidecars].map(({ image }) => image.registry);
  return registries.flatMap(({ host, pullSecret }) =>
    pullSecret !== undefined && images.includes(host) ? [pullSecret] : [],
  );
}

function defaultSpread(matchLabels: Readonly<Record<string, string>>): readonly TopologySpreadConstraint[] {
  const { topologyKeys, maxSkew, whenUnsatisfiable } = DEFAULTS.topologySpread.value;
  return topologyKeys.map((topologyKey) => ({
    maxSkew,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels },
  }));
}

function checkUnique(containers: readonly ContainerPlan[]): void {
  const names = containers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`two containers are named '${twice}': rename one, since names are unique in a pod`);
}

import { featureState, hasFeature } from '../../kubernetes/versions/features';
import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { checkPort } from '../../lifecycle/arithmetic/numbers';
import type { ProbeTiming } from '../../lifecycle/arithmetic/timing';
import type { Conflict } from '../../lifecycle/conflict';
import { type HandlerSpec, needsMainPort } from '../../lifecycle/values/handler-spec';
import type { HealthChecks } from '../../lifecycle/values/health-checks';
import type { Image } from '../../lifecycle/values/image';
import type { ProbePlan } from '../../lifecycle/values/probe-options';
import type { Resources } from '../../lifecycle/values/resources';
import { Security } from '../../lifecycle/values/security';
import { Volume } from '../../lifecycle/values/volume';
import type { Fields } from '../fields';
import type { CommonContainerOptions } from '../pod-options';
import type { PortOptions, RunningContainerOptions } from '../running-container-options';
import type { VolumeMount } from '../volume-mount';
import { planEnv } from './env-plan';
import { type MountPlan, planMount } from './mount-plan';

/** One container, with every value known; times in seconds. */
export interface ContainerPlan {
  readonly name: string;
  readonly image: string;
  readonly imagePullPolicy: string;
  readonly command: readonly string[] | undefined;
  readonly args: readonly string[] | undefined;
  readonly workingDir: string | undefined;
  readonly ports: readonly PortOptions[];
  readonly env: readonly Fields[];
  readonly envFrom: readonly Fields[];
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
  readonly security: Fields;
  readonly readiness: PlannedProbe | undefined;
  readonly liveness: PlannedProbe | undefined;
  readonly startup: PlannedProbe | undefined;
  readonly postStart: HandlerSpec | undefined;
  readonly preStop: HandlerSpec | undefined;
  readonly stopSignal: string | undefined;
  readonly resizePolicy: Readonly<Record<string, string>>;
  readonly mounts: readonly MountPlan[];
  /** `Always` for a sidecar among the init containers. */
  readonly restartPolicy: 'Always' | undefined;
  readonly conflicts: readonly Conflict[];
}

/** A check as its probe has it; its port is known. */
export interface PlannedProbe {
  readonly handler: HandlerSpec;
  readonly timing: ProbeTiming;
  readonly terminationGracePeriodSeconds: number | undefined;
}

/** What a container is planned from. */
export interface ContainerGiven extends CommonContainerOptions, RunningContainerOptions {
  readonly name: string;
  readonly image: Image;
  readonly resources: Resources;
  readonly ports?: readonly PortOptions[];
  readonly health?: HealthChecks;
  readonly postStart?: HandlerSpec;
  readonly preStop?: HandlerSpec;
  readonly isSidecar?: boolean;
  /** What the construct's own ConfigMap adds to `envFrom`, behind the rest. */
  readonly configFrom?: readonly Fields[];
  /** What it mounts besides its own `volumeMounts`. */
  readonly furtherMounts?: readonly VolumeMount[];
  /** Mounts of volumes that the pod does not declare: those of claims. */
  readonly claimMounts?: readonly MountPlan[];
}

const PORT_NAME = /^(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Decides about one container.
 *
 * @param path where it stands in the pod spec: `containers[0]`
 * @throws if a port is not one
 */
export function planContainer(path: string, given: ContainerGiven, version: KubernetesVersion): ContainerPlan {
  const { image, resources, health, security = Security.restricted() } = given;
  const ports = (given.ports ?? []).map(checkedPort);
  const mainPort = ports[0]?.port;
  const probe = (plan: ProbePlan | undefined): PlannedProbe | undefined =>
    plan && {
      handler: withPort(plan.check._handler, mainPort),
      timing: plan.timing,
      terminationGracePeriodSeconds: plan.terminationGracePeriodSeconds,
    };
  const hook = (handler: HandlerSpec | undefined) => handler && withPort(runnable(handler, version), mainPort);
  const plan = {
    name: given.name,
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    command: given.command,
    args: given.args,
    workingDir: given.workingDir,
    ports,
    env: planEnv(given),
    envFrom: [...(given.envFrom ?? []).map(({ _json }) => _json), ...(given.configFrom ?? [])],
    requests: resources._requests,
    limits: resources._limits,
    security: security._plan.container,
    readiness: probe(health?._readiness),
    liveness: probe(health?._liveness),
    startup: probe(health?._startup),
    postStart: hook(given.postStart),
    preStop: hook(given.preStop),
    stopSignal: given.stopSignal,
    resizePolicy: given.resizePolicy ?? {},
    mounts: planMounts(given, security),
    restartPolicy: given.isSidecar ? ('Always' as const) : undefined,
  };
  return { ...plan, conflicts: [...portConflicts(plan, path), ...versionConflicts(plan, path, version)] };
}

/** Sentences about checks and hooks that ask a port which the container does not have; empty where all do. */
function portConflicts(plan: Omit<ContainerPlan, 'conflicts'>, path: string): readonly Conflict[] {
  const handlers: ReadonlyArray<readonly [string, string, HandlerSpec | undefined]> = [
    ['readiness check', 'readinessProbe', plan.readiness?.handler],
    ['liveness check', 'livenessProbe', plan.liveness?.handler],
    ['startup check', 'startupProbe', plan.startup?.handler],
    ['postStart hook', 'lifecycle.postStart', plan.postStart],
    ['preStop hook', 'lifecycle.preStop', plan.preStop],
  ];
  return handlers
    .filter(([, , handler]) => handler !== undefined && needsMainPort(handler))
    .map(([what, field]) => ({
      message: `the ${what} of container '${plan.name}' names no port, and the container has none: give 'port' to one of them`,
      pod: [`${path}.${field}`],
    }));
}

/** Sentences about fields that the target version does not have; empty where it has all. */
function versionConflicts(
  { name, stopSignal, resizePolicy }: Omit<ContainerPlan, 'conflicts'>,
  path: string,
  version: KubernetesVersion,
): readonly Conflict[] {
  const conflict = (field: string, needs: string, pod: string) => ({
    message: `'${field}' of container '${name}' needs Kubernetes ${needs}, and the target is ${version}: raise it on the Platform, or leave '${field}' out`,
    pod: [`${path}.${pod}`],
  });
  const hasSignal = featureState('ContainerStopSignals', version) !== 'unknown';
  return [
    ...(stopSignal !== undefined && !hasSignal ? [conflict('stopSignal', '1.33', 'lifecycle.stopSignal')] : []),
    ...(Object.keys(resizePolicy).length > 0 && !hasFeature('InPlacePodVerticalScaling', version)
      ? [conflict('resizePolicy', '1.33', 'resizePolicy')]
      : []),
  ];
}

function withPort(handler: HandlerSpec, mainPort: number | undefined): HandlerSpec {
  return 'port' in handler ? { ...handler, port: handler.port ?? mainPort } : handler;
}

// The kubelet's own sleep is on by default from 1.30; before, the API server drops it and the pod stops without waiting.
function runnable(handler: HandlerSpec, version: KubernetesVersion): HandlerSpec {
  if (handler.type !== 'sleep' || hasFeature('PodLifecycleSleepAction', version)) return handler;
  return { type: 'exec', command: ['/bin/sh', '-c', `sleep ${handler.seconds}`] };
}

function checkedPort(given: PortOptions): PortOptions {
  const { name, port, hostPort } = given;
  checkPort(port, 'port');
  if (hostPort !== undefined) checkPort(hostPort, 'hostPort');
  if (!PORT_NAME.test(name) || name.length > 15 || !/[a-z]/.test(name)) {
    throw new Error(
      `port name '${name}' must be at most 15 lower-case letters, digits and '-', with a letter among them`,
    );
  }
  return given;
}

/** What the container was given, what the construct adds, the folders that it may write to, and claims. */
function planMounts(given: ContainerGiven, security: Security): readonly MountPlan[] {
  const { name, volumeMounts = [], furtherMounts = [], claimMounts = [] } = given;
  const mounts = [...volumeMounts, ...furtherMounts];
  const taken = new Set(mounts.map(({ path }) => path));
  const writable = security._plan.writablePaths
    .filter((path) => !taken.has(path))
    .map((path) => {
      const volume = `${name}${path.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`.slice(0, 63).replace(/-+$/, '');
      return { path, volume: Volume.emptyDir(volume) };
    });
  return [...[...mounts, ...writable].map(planMount), ...claimMounts];
}

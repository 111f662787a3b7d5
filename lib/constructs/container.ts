import * as kplus from 'cdk8s-plus-28';
import { hasFeature } from '../kubernetes/versions/features';
import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { checkPort } from '../lifecycle/arithmetic/numbers';
import type { Conflict } from '../lifecycle/conflict';
import { type HandlerSpec, handlerJson, needsMainPort } from '../lifecycle/values/handler-spec';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Hook } from '../lifecycle/values/hook';
import type { Image } from '../lifecycle/values/image';
import type { ProbePlan } from '../lifecycle/values/probe-options';
import type { Resources } from '../lifecycle/values/resources';
import { Security } from '../lifecycle/values/security';
import { Volume } from '../lifecycle/values/volume';
import { envVariables } from './env';
import type { CommonContainerOptions, PortOptions } from './pod-options';
import type { JsonRecord } from './synth/final-json';
import { type MountJson, mountJson, type VolumeMount } from './volume-mount';

/** Everything that decides about one container. */
export interface ContainerPlan extends CommonContainerOptions {
  readonly name: string;
  readonly image: Image;
  readonly resources: Resources;
  readonly ports: readonly PortOptions[];
  readonly health?: HealthChecks;
  readonly postStart?: Hook;
  readonly preStop?: Hook;
  readonly isSidecar?: boolean;
  /** What the construct's own ConfigMap adds to `envFrom`, behind the rest. */
  readonly configFrom?: readonly kplus.EnvFrom[];
  /** All that it mounts, the folders that it may write to included. */
  readonly mounts: readonly MountJson[];
}

const PORT_NAME = /^(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The container as cdk8s-plus-28 takes it, with every default that it would add set to what Kubernetes has. */
export function containerProps(plan: ContainerPlan): kplus.ContainerProps {
  return {
    name: plan.name,
    image: plan.image.reference,
    imagePullPolicy: plan.image.pullPolicy as unknown as kplus.ImagePullPolicy,
    command: plan.command,
    args: plan.args,
    workingDir: plan.workingDir,
    ports: plan.ports.map(checkedPort),
    envVariables: envVariables(plan.env),
    envFrom: [...(plan.configFrom ?? [])],
    resources: {},
    ...(plan.isSidecar && { restartPolicy: kplus.ContainerRestartPolicy.ALWAYS }),
  };
}

/** What cdk8s-plus-28 cannot say, or says otherwise: probes, hooks, resources, security context. */
export function containerJson(plan: ContainerPlan, version: KubernetesVersion): JsonRecord {
  const mainPort = plan.ports[0]?.port;
  const { health, postStart, preStop } = plan;
  const hook = (hook: Hook) => hookJson(hook._handler, mainPort, version);
  const lifecycle = { ...(postStart && { postStart: hook(postStart) }), ...(preStop && { preStop: hook(preStop) }) };
  const { _requests: requests, _limits: limits } = plan.resources;
  return {
    resources: { requests: { ...requests }, limits: { ...limits } },
    securityContext: structuredClone((plan.security ?? Security.restricted())._plan.container) as JsonRecord,
    readinessProbe: health?._readiness && probeJson(health._readiness, mainPort, true),
    livenessProbe: health?._liveness && probeJson(health._liveness, mainPort, false),
    startupProbe: health?._startup && probeJson(health._startup, mainPort, false),
    lifecycle: Object.keys(lifecycle).length === 0 ? undefined : lifecycle,
  };
}

/** Sentences about checks and hooks that ask a port which the container does not have; empty where all do. */
export function portConflicts(plan: ContainerPlan, path: string): readonly Conflict[] {
  if (plan.ports.length > 0) return [];
  const { health, postStart, preStop } = plan;
  const handlers: ReadonlyArray<readonly [string, string, HandlerSpec | undefined]> = [
    ['readiness check', 'readinessProbe', health?._readiness?.check._handler],
    ['liveness check', 'livenessProbe', health?._liveness?.check._handler],
    ['startup check', 'startupProbe', health?._startup?.check._handler],
    ['postStart hook', 'lifecycle.postStart', postStart?._handler],
    ['preStop hook', 'lifecycle.preStop', preStop?._handler],
  ];
  return handlers
    .filter(([, , handler]) => handler !== undefined && needsMainPort(handler))
    .map(([what, field]) => ({
      message: `the ${what} of container '${plan.name}' names no port, and the container has none: give 'port' to one of them`,
      pod: [`${path}.${field}`],
    }));
}

function probeJson(plan: ProbePlan, mainPort: number | undefined, isReadiness: boolean): JsonRecord {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold, successThreshold } = plan.timing;
  return {
    ...handlerJson(plan.check._handler, mainPort),
    initialDelaySeconds,
    periodSeconds,
    timeoutSeconds,
    failureThreshold,
    ...(isReadiness && { successThreshold }),
    terminationGracePeriodSeconds: plan.terminationGracePeriodSeconds,
  };
}

// The kubelet's own sleep is on by default from 1.30; before, the API server drops it and the pod stops without waiting.
function hookJson(
  handler: HandlerSpec,
  mainPort: number | undefined,
  version: KubernetesVersion,
): Record<string, unknown> {
  if (handler.type === 'sleep' && !hasFeature('PodLifecycleSleepAction', version)) {
    return { exec: { command: ['/bin/sh', '-c', `sleep ${handler.seconds}`] } };
  }
  return handlerJson(handler, mainPort);
}

function checkedPort({ name, port, protocol }: PortOptions): kplus.ContainerPort {
  checkPort(port, 'port');
  if (!PORT_NAME.test(name) || name.length > 15 || !/[a-z]/.test(name)) {
    throw new Error(
      `port name '${name}' must be at most 15 lower-case letters, digits and '-', with a letter among them`,
    );
  }
  return { name, number: port, protocol: (protocol ?? kplus.Protocol.TCP) as kplus.Protocol };
}

/** What a container mounts: what it was given, what the construct adds, and the folders that it may write to. */
export function mountsOf(
  name: string,
  { volumeMounts = [], security = Security.restricted() }: CommonContainerOptions,
  own: readonly VolumeMount[] = [],
): readonly MountJson[] {
  const mounts = [...volumeMounts, ...own];
  const taken = new Set(mounts.map(({ path }) => path));
  const paths = security._plan.writablePaths.filter((path) => !taken.has(path));
  const writable = paths.map((path) => {
    const volume = `${name}${path.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`.slice(0, 63).replace(/-+$/, '');
    return { path, volume: Volume.emptyDir(volume) };
  });
  return [...mounts, ...writable].map(mountJson);
}

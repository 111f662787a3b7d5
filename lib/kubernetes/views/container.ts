import { API_DEFAULTS } from '../versions/api-defaults';
import { type Handler, handlerOf } from './handler';
import { integerOf, isObject, type JsonObject, objectOf, objectsOf, stringOf, stringsOf } from './json';

/** What a container is to its pod: `sidecar` is an init container with restartPolicy Always. */
export type ContainerRole = 'app' | 'init' | 'sidecar' | 'ephemeral';

export type ProbeType = 'livenessProbe' | 'readinessProbe' | 'startupProbe';
export type HookType = 'postStart' | 'preStop';

/** A probe after the API server's defaulting: 0 or absent is 10 s, 1 s, 1 and 3. All times in seconds. */
export interface Probe {
  readonly type: ProbeType;
  /** Field path: `spec.template.spec.containers[0].livenessProbe`. */
  readonly path: string;
  /** As it was written, before defaulting. */
  readonly written: JsonObject;
  readonly handler: Handler | undefined;
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly successThreshold: number;
  readonly failureThreshold: number;
  readonly terminationGracePeriodSeconds: number | undefined;
}

export interface LifecycleHook {
  readonly type: HookType;
  readonly path: string;
  readonly written: JsonObject;
  readonly handler: Handler | undefined;
}

export interface ContainerPort {
  readonly path: string;
  readonly name: string | undefined;
  readonly containerPort: number | undefined;
  readonly hostPort: number | undefined;
  readonly protocol: string;
}

/** One container of a pod template, with its field path. */
export interface Container {
  readonly role: ContainerRole;
  readonly path: string;
  readonly written: JsonObject;
  readonly name: string;
  readonly image: string | undefined;
  readonly imagePullPolicy: string | undefined;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly ports: readonly ContainerPort[];
  readonly livenessProbe: Probe | undefined;
  readonly readinessProbe: Probe | undefined;
  readonly startupProbe: Probe | undefined;
  readonly postStart: LifecycleHook | undefined;
  readonly preStop: LifecycleHook | undefined;
  /** Quantities as written, by resource name. */
  readonly requests: JsonObject;
  readonly limits: JsonObject;
  readonly env: ReadonlyArray<{
    readonly path: string;
    readonly name: string;
    readonly value: string | undefined;
    readonly written: JsonObject;
  }>;
}

/** Reads one container; whatever is missing or of another type reads as absent. */
export function containerOf(
  written: JsonObject,
  path: string,
  list: 'containers' | 'initContainers' | 'ephemeralContainers',
): Container {
  const lifecycle = objectOf(written.lifecycle);
  const resources = objectOf(written.resources);
  return {
    role: roleOf(written, list),
    path,
    written,
    name: stringOf(written.name) ?? '',
    image: stringOf(written.image),
    imagePullPolicy: stringOf(written.imagePullPolicy) || undefined,
    command: stringsOf(written.command),
    args: stringsOf(written.args),
    ports: objectsOf(written.ports).map(({ index, item }) => ({
      path: `${path}.ports[${index}]`,
      name: stringOf(item.name) || undefined,
      containerPort: integerOf(item.containerPort),
      hostPort: integerOf(item.hostPort) || undefined,
      protocol: stringOf(item.protocol) || 'TCP',
    })),
    livenessProbe: probeOf(written, 'livenessProbe', path),
    readinessProbe: probeOf(written, 'readinessProbe', path),
    startupProbe: probeOf(written, 'startupProbe', path),
    postStart: hookOf(lifecycle, 'postStart', path),
    preStop: hookOf(lifecycle, 'preStop', path),
    requests: objectOf(resources.requests),
    limits: objectOf(resources.limits),
    env: objectsOf(written.env).map(({ index, item }) => ({
      path: `${path}.env[${index}]`,
      name: stringOf(item.name) ?? '',
      value: stringOf(item.value),
      written: item,
    })),
  };
}

/** The number of the port a probe or hook names, if the container declares it; a number stands for itself. */
export function portNumber(container: Container, port: number | string | undefined): number | undefined {
  if (typeof port === 'number' || port === undefined) return port;
  return container.ports.find((candidate) => candidate.name === port)?.containerPort;
}

function roleOf(written: JsonObject, list: string): ContainerRole {
  if (list === 'ephemeralContainers') return 'ephemeral';
  if (list === 'containers') return 'app';
  return written.restartPolicy === 'Always' ? 'sidecar' : 'init';
}

function probeOf(container: JsonObject, type: ProbeType, path: string): Probe | undefined {
  const written = container[type];
  if (!isObject(written)) return undefined;
  return {
    type,
    path: `${path}.${type}`,
    written,
    handler: handlerOf(written),
    initialDelaySeconds: integerOf(written.initialDelaySeconds) ?? 0,
    periodSeconds: integerOf(written.periodSeconds) || API_DEFAULTS.probe.periodSeconds,
    timeoutSeconds: integerOf(written.timeoutSeconds) || API_DEFAULTS.probe.timeoutSeconds,
    successThreshold: integerOf(written.successThreshold) || API_DEFAULTS.probe.successThreshold,
    failureThreshold: integerOf(written.failureThreshold) || API_DEFAULTS.probe.failureThreshold,
    terminationGracePeriodSeconds: integerOf(written.terminationGracePeriodSeconds),
  };
}

function hookOf(lifecycle: JsonObject, type: HookType, path: string): LifecycleHook | undefined {
  const written = lifecycle[type];
  if (!isObject(written)) return undefined;
  return { type, path: `${path}.lifecycle.${type}`, written, handler: handlerOf(written) };
}

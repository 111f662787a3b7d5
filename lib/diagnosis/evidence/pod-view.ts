import { type Container, containerOf } from '../../kubernetes/views/container';
import {
  integerOf,
  isObject,
  type JsonObject,
  objectOf,
  objectsOf,
  stringOf,
  stringsOf,
} from '../../kubernetes/views/json';
import type { ObjectRef } from '../../kubernetes/views/manifest';
import { conditionsOf, type StatusCondition } from './condition';
import { timeOf } from './time';

/** What a container is doing, or did last. `unknown`: the status does not tell. */
export type State =
  | { readonly type: 'waiting'; readonly reason: string; readonly message: string }
  | { readonly type: 'running'; readonly startedAt: number | undefined }
  | {
      readonly type: 'terminated';
      readonly reason: string;
      readonly message: string;
      readonly exitCode: number | undefined;
      readonly startedAt: number | undefined;
      readonly finishedAt: number | undefined;
    }
  | { readonly type: 'unknown' };

export type Terminated = Extract<State, { type: 'terminated' }>;

/** One container of a pod: what was asked for, and what its status says. Ephemeral containers are not read. */
export interface ContainerView {
  readonly name: string;
  readonly role: 'app' | 'init' | 'sidecar';
  /** The container in field paths: `spec.containers[name=web]`. */
  readonly field: string;
  /** As the pod's spec has it; empty where the spec is missing. */
  readonly spec: Container;
  readonly isReported: boolean;
  readonly state: State;
  readonly last: State;
  /** Undefined where the status does not tell. */
  readonly ready: boolean | undefined;
  readonly started: boolean | undefined;
  readonly restarts: number;
}

export interface PodView {
  readonly ref: ObjectRef;
  readonly uid: string | undefined;
  readonly manifest: JsonObject;
  readonly spec: JsonObject;
  readonly phase: string;
  readonly reason: string;
  readonly message: string;
  readonly nodeName: string | undefined;
  readonly restartPolicy: string;
  readonly conditions: readonly StatusCondition[];
  /** In the order in which they start: init containers and native sidecars as written, then the others. */
  readonly containers: readonly ContainerView[];
  readonly created: number | undefined;
  readonly started: number | undefined;
  readonly deletionDue: number | undefined;
  readonly finalizers: readonly string[];
}

/** Reads a pod; whatever is missing or of another type reads as absent. */
export function podViewOf(manifest: JsonObject, ref: ObjectRef): PodView {
  const metadata = objectOf(manifest.metadata);
  const spec = objectOf(manifest.spec);
  const status = objectOf(manifest.status);
  return {
    ref,
    uid: stringOf(metadata.uid),
    manifest,
    spec,
    phase: stringOf(status.phase) ?? '',
    reason: stringOf(status.reason) ?? '',
    message: stringOf(status.message) ?? '',
    nodeName: stringOf(spec.nodeName) || undefined,
    restartPolicy: stringOf(spec.restartPolicy) || 'Always',
    conditions: conditionsOf(status),
    containers: [
      ...containersOf(spec, status, 'initContainers', 'initContainerStatuses'),
      ...containersOf(spec, status, 'containers', 'containerStatuses'),
    ],
    created: timeOf(metadata.creationTimestamp),
    started: timeOf(status.startTime),
    deletionDue: timeOf(metadata.deletionTimestamp),
    finalizers: stringsOf(metadata.finalizers),
  };
}

function containersOf(
  spec: JsonObject,
  status: JsonObject,
  list: 'containers' | 'initContainers',
  statusList: string,
): readonly ContainerView[] {
  const reported = new Map(objectsOf(status[statusList]).map(({ item }) => [stringOf(item.name) ?? '', item]));
  const specified = objectsOf(spec[list]).map(({ index, item }) => containerOf(item, `spec.${list}[${index}]`, list));
  const unspecified = [...reported.keys()]
    .filter((name) => !specified.some((container) => container.name === name))
    .map((name) => containerOf({ name }, `spec.${list}[name=${name}]`, list));
  return [...specified, ...unspecified].map((container) => viewOf(container, list, reported.get(container.name)));
}

function viewOf(spec: Container, list: string, status: JsonObject | undefined): ContainerView {
  const reported = objectOf(status);
  return {
    name: spec.name,
    role: spec.role === 'ephemeral' ? 'app' : spec.role,
    field: `spec.${list}[name=${spec.name}]`,
    spec,
    isReported: status !== undefined,
    state: stateOf(reported.state),
    last: stateOf(reported.lastState),
    ready: typeof reported.ready === 'boolean' ? reported.ready : undefined,
    started: typeof reported.started === 'boolean' ? reported.started : undefined,
    restarts: integerOf(reported.restartCount) ?? 0,
  };
}

function stateOf(value: unknown): State {
  const { waiting, running, terminated } = objectOf(value);
  if (isObject(waiting)) {
    return { type: 'waiting', reason: stringOf(waiting.reason) ?? '', message: stringOf(waiting.message) ?? '' };
  }
  if (isObject(terminated)) {
    const signal = integerOf(terminated.signal);
    return {
      type: 'terminated',
      reason: stringOf(terminated.reason) ?? '',
      message: stringOf(terminated.message) ?? '',
      exitCode: integerOf(terminated.exitCode) ?? (signal === undefined ? undefined : 128 + signal),
      startedAt: timeOf(terminated.startedAt),
      finishedAt: timeOf(terminated.finishedAt),
    };
  }
  return isObject(running) ? { type: 'running', startedAt: timeOf(running.startedAt) } : { type: 'unknown' };
}

/** Whether a container waits for one of the reasons. */
export function waitsFor({ state }: ContainerView, ...reasons: readonly string[]): boolean {
  return state.type === 'waiting' && reasons.includes(state.reason);
}

/** Whether a container waits to be created, as far as its state shows. */
export function isUncreated(container: ContainerView): boolean {
  return waitsFor(container, '', 'ContainerCreating', 'PodInitializing');
}

/** The containers of a pod that run beside each other. */
export function steadyContainersOf(pod: PodView): readonly ContainerView[] {
  return pod.containers.filter(({ role }) => role !== 'init');
}

/** The end of the container's last run: the one it is in now, or the one before. */
export function lastEnd(container: ContainerView): Terminated | undefined {
  if (container.state.type === 'terminated') return container.state;
  return container.last.type === 'terminated' ? container.last : undefined;
}

/** A container's state as one line of proof. */
export function showState(container: ContainerView): string {
  return `${container.name}: ${showOne(container.state)}${container.last.type === 'unknown' ? '' : `, before that ${showOne(container.last)}`}${
    container.restarts === 0 ? '' : `, ${container.restarts} restarts`
  }`;
}

function showOne(state: State): string {
  switch (state.type) {
    case 'waiting':
      return `waiting ${state.reason}${state.message === '' ? '' : `: ${state.message}`}`;
    case 'terminated':
      return `terminated ${state.reason} exit ${state.exitCode ?? '?'}${state.message === '' ? '' : `: ${state.message}`}`;
    case 'running':
      return 'running';
    case 'unknown':
      return 'no state';
  }
}

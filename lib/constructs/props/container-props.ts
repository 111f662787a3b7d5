import { COMMAND, list, map, privateText } from '../../lifecycle/arguments/collections';
import { required } from '../../lifecycle/arguments/kind';
import { flag, port, text } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import { ENV_FROM } from '../../lifecycle/values/env-from';
import { ENV_VALUE } from '../../lifecycle/values/env-value';
import { HEALTH_CHECKS } from '../../lifecycle/values/health-checks';
import { HOOK } from '../../lifecycle/values/hook';
import { IMAGE } from '../../lifecycle/values/image';
import { RESOURCES } from '../../lifecycle/values/resources';
import { SECURITY } from '../../lifecycle/values/security';
import { VOLUME } from '../../lifecycle/values/volume-kind';
import type { CommonContainerOptions, ContainerOptions, InitContainerOptions, PodOptions } from '../pod-options';
import type { PortOptions, RunningContainerOptions } from '../running-container-options';
import type { VolumeMount } from '../volume-mount';
import { AFFINITY, TOLERATION, TOPOLOGY_SPREAD_CONSTRAINT } from './scheduling-props';

export const PORT_OPTIONS = struct<PortOptions>('PortOptions', {
  name: required(text("a name, such as 'metrics'")),
  port: required(port('a port, such as 9090')),
  protocol: text(),
  hostPort: port(),
});

export const RUNNING_CONTAINER_OPTIONS = struct<RunningContainerOptions>('RunningContainerOptions', {
  stopSignal: text(),
  resizePolicy: map(text()),
});

export const VOLUME_MOUNT = struct<VolumeMount>('VolumeMount', {
  path: required(text("an absolute path in the container, such as '/var/cache'")),
  volume: required(VOLUME),
  readOnly: flag(),
  subPath: text(),
  subPathExpr: text(),
  propagation: text(),
});

export const COMMON_CONTAINER_OPTIONS = struct<CommonContainerOptions>('CommonContainerOptions', {
  command: COMMAND,
  args: COMMAND,
  workingDir: text(),
  env: map(ENV_VALUE),
  envFrom: list(ENV_FROM),
  volumeMounts: list(nested(VOLUME_MOUNT)),
  security: SECURITY,
});

export const INIT_CONTAINER_OPTIONS = struct<InitContainerOptions>('InitContainerOptions', {
  ...COMMON_CONTAINER_OPTIONS.properties,
  name: required(text("a name that is unique in the pod, such as 'migrate'")),
  image: required(IMAGE),
  resources: required(RESOURCES),
});

export const CONTAINER_OPTIONS = struct<ContainerOptions>('ContainerOptions', {
  ...INIT_CONTAINER_OPTIONS.properties,
  ...RUNNING_CONTAINER_OPTIONS.properties,
  ports: list(nested(PORT_OPTIONS)),
  health: HEALTH_CHECKS,
  postStart: HOOK,
  preStop: HOOK,
});

export const POD_OPTIONS = struct<PodOptions>('PodOptions', {
  ...COMMON_CONTAINER_OPTIONS.properties,
  ...RUNNING_CONTAINER_OPTIONS.properties,
  containerName: text(),
  ports: list(nested(PORT_OPTIONS)),
  config: map(privateText()),
  files: map(privateText()),
  immutableConfig: flag(),
  secretFiles: map(text()),
  postStart: HOOK,
  containers: list(nested(CONTAINER_OPTIONS)),
  initContainers: list(nested(INIT_CONTAINER_OPTIONS)),
  sidecars: list(nested(CONTAINER_OPTIONS)),
  imagePullSecrets: list(text()),
  serviceAccountName: text(),
  automountServiceAccountToken: flag(),
  labels: map(text()),
  annotations: map(text()),
  podLabels: map(text()),
  podAnnotations: map(text()),
  nodeSelector: map(text()),
  affinity: nested(AFFINITY),
  tolerations: list(nested(TOLERATION)),
  topologySpread: list(nested(TOPOLOGY_SPREAD_CONSTRAINT)),
  priorityClassName: text(),
  runtimeClassName: text(),
  dnsPolicy: text(),
  enableServiceLinks: flag(),
  shareProcessNamespace: flag(),
});

import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { KubernetesVersion } from '../kubernetes/versions/kubernetes-version';
import { ANNOTATION } from '../lifecycle/annotations';
import type { Conflict } from '../lifecycle/conflict';
import { DEFAULTS } from '../lifecycle/documented-defaults';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Image } from '../lifecycle/values/image';
import type { Resources } from '../lifecycle/values/resources';
import { Security } from '../lifecycle/values/security';
import { type ShutdownPlan, shutdownConflicts } from '../lifecycle/values/shutdown';
import { Volume } from '../lifecycle/values/volume';
import { configMapsOf } from './config-maps';
import { type ContainerPlan, containerJson, containerProps, mountsOf, portConflicts } from './container';
import { type Component, checkLabels, selectorLabels, standardLabels } from './labels';
import { labelValue, shortHash } from './names';
import type { PrivateRegistry } from './platform';
import type { ContainerOptions, PodOptions, PortOptions } from './pod-options';
import { editFinalJson, type JsonRecord } from './synth/final-json';
import { isRecord, mergeInto } from './synth/merge';
import { type VolumeMount, withFirst } from './volume-mount';

/** Where a shutdown is written. */
const STOP_FIELDS = ['containers[0].lifecycle.preStop', 'terminationGracePeriodSeconds'];

/** What a construct has decided about its pods. */
export interface PodPlan {
  readonly name: string;
  readonly component: Component;
  readonly options: PodOptions;
  readonly image: Image;
  readonly resources: Resources;
  /** Ports of the main container, the one that checks ask first. */
  readonly ports: readonly PortOptions[];
  readonly health?: HealthChecks;
  /** How the pods stop; asked for at synth, since a Service that is added later may ask for a longer preStop. */
  stop(): ShutdownPlan;
  readonly restartPolicy: 'Always' | 'OnFailure' | 'Never';
  readonly version: KubernetesVersion;
  readonly registries: readonly PrivateRegistry[];
  /** Whether pods are spread over nodes and zones where nothing else is said. */
  readonly spread: boolean;
  /** Further fields of the pod spec. */
  readonly extra?: JsonRecord;
  /** Further mounts of the main container. */
  readonly mounts?: readonly VolumeMount[];
}

/** The pods of a construct, as far as its workload object needs them. */
export interface Pod {
  /** For the constructor of the workload. */
  readonly props: kplus.WorkloadProps & { readonly metadata: { readonly name: string } };
  /** Values that are impossible together. */
  conflicts(): readonly Conflict[];
  /** Finishes the workload's final JSON; `templatePath` leads to the pod template. */
  finish(workload: kplus.Workload, templatePath: readonly string[]): void;
}

/** Puts the pods of a construct together. */
export function podOf(scope: Construct, plan: PodPlan): Pod {
  const { name, component, options } = plan;
  const configMaps = configMapsOf(scope, name, options);
  const mainName = options.containerName ?? name;
  const main: ContainerPlan = {
    ...options,
    name: mainName,
    image: plan.image,
    resources: plan.resources,
    ports: plan.ports,
    health: plan.health,
    postStart: options.postStart,
    configFrom: configMaps.envFrom,
    mounts: mountsOf(mainName, options, [...configMaps.mounts, ...secretMounts(options), ...(plan.mounts ?? [])]),
  };
  const containers = [main, ...(options.containers ?? []).map((each) => fullPlan(each, false))];
  const init = [
    ...(options.sidecars ?? []).map((each) => fullPlan(each, true)),
    ...(options.initContainers ?? []).map((each) => fullPlan(each, false)),
  ];
  checkUnique([...containers, ...init]);
  const labels = standardLabels(name, component, plan.image);
  return {
    props: {
      metadata: { name },
      podMetadata: {
        labels: { ...checkLabels(options.podLabels ?? {}, 'podLabels'), ...labels },
        annotations: { ...options.podAnnotations },
      },
      select: false,
      containers: containers.map((each) => containerProps(each)),
      initContainers: init.map((each) => containerProps(each)),
      restartPolicy: plan.restartPolicy as kplus.RestartPolicy,
      automountServiceAccountToken: options.automountServiceAccountToken ?? false,
      dns: { policy: (options.dnsPolicy ?? kplus.DnsPolicy.CLUSTER_FIRST) as kplus.DnsPolicy },
      ...(options.serviceAccountName !== undefined && {
        serviceAccount: kplus.ServiceAccount.fromServiceAccountName(
          scope,
          'ServiceAccount',
          options.serviceAccountName,
        ),
      }),
    },
    conflicts: () => [
      ...[{ ...main, preStop: plan.stop().preStop }, ...containers.slice(1)].flatMap((each, index) =>
        portConflicts(each, `containers[${index}]`),
      ),
      ...init.flatMap((each, index) => portConflicts(each, `initContainers[${index}]`)),
      ...shutdownConflicts(plan.stop()).map((message) => ({ message, pod: STOP_FIELDS })),
    ],
    finish: (workload, templatePath) => {
      // cdk8s-plus-28 derives this label from the construct's path and selects on it; a stable value moves with no one.
      workload.podMetadata.addLabel(kplus.Pod.ADDRESS_LABEL, labelValue(`${component}.${name}`));
      const object = ApiObject.of(workload);
      for (const [key, value] of Object.entries({ ...checkLabels(options.labels ?? {}, 'labels'), ...labels }))
        object.metadata.addLabel(key, value);
      for (const [key, value] of Object.entries(options.annotations ?? {})) object.metadata.addAnnotation(key, value);
      const reason = options.security?._plan.reason;
      if (reason !== undefined) object.metadata.addAnnotation(ANNOTATION.privileged, reason);
      editFinalJson(object, (json) =>
        finishTemplate(at(json, templatePath), plan, containers, init, configMaps.data()),
      );
    },
  };
}

function finishTemplate(
  template: JsonRecord,
  plan: PodPlan,
  containers: readonly ContainerPlan[],
  init: readonly ContainerPlan[],
  data: unknown,
): void {
  if (data !== undefined)
    mergeInto(template, { metadata: { annotations: { 'cdk8s-lifecycle/config-hash': shortHash(data) } } });
  const spec = at(template, ['spec']);
  delete spec.setHostnameAsFQDN;
  const stop = plan.stop();
  spec.terminationGracePeriodSeconds = stop.gracePeriodSeconds;
  if (spec.hostNetwork === false) delete spec.hostNetwork;
  spec.securityContext = structuredClone((plan.options.security ?? Security.restricted())._plan.pod);
  const [main, ...others] = containers as [ContainerPlan, ...ContainerPlan[]];
  finishContainers(spec, 'containers', [{ ...main, preStop: stop.preStop }, ...others], plan.version);
  finishContainers(spec, 'initContainers', init, plan.version);
  const mounts = [...containers, ...init].flatMap((each) => each.mounts);
  spec.volumes = withFirst(
    mounts.map(({ volume }) => volume),
    spec.volumes,
  );
  mergeInto(spec, podSpecJson(plan, [...containers, ...init]));
  mergeInto(spec, plan.extra ?? {});
}

function finishContainers(
  spec: JsonRecord,
  list: string,
  plans: readonly ContainerPlan[],
  version: KubernetesVersion,
): void {
  const present = Array.isArray(spec[list]) ? (spec[list] as unknown[]) : [];
  for (const plan of plans) {
    const container = present.find((each): each is JsonRecord => isRecord(each) && each.name === plan.name);
    if (container === undefined)
      throw new Error(`container '${plan.name}' is gone from ${list}: its checks and hooks have nowhere to go`);
    delete container.securityContext;
    container.volumeMounts = withFirst(
      plan.mounts.map(({ mount }) => mount),
      container.volumeMounts,
    );
    container.envFrom = withFirst(plan.envFrom?.map(({ _json }) => _json) ?? [], container.envFrom);
    mergeInto(container, containerJson(plan, version));
  }
}

function podSpecJson(plan: PodPlan, containers: readonly ContainerPlan[]): JsonRecord {
  const { options } = plan;
  const secrets = [...(options.imagePullSecrets ?? []), ...registrySecrets(plan.registries, containers)];
  const spread =
    options.topologySpread ?? (plan.spread ? defaultSpread(selectorLabels(plan.name, plan.component)) : []);
  return {
    ...(secrets.length > 0 && { imagePullSecrets: [...new Set(secrets)].map((name) => ({ name })) }),
    ...(spread.length > 0 && { topologySpreadConstraints: spread as unknown as JsonRecord[] }),
    nodeSelector: options.nodeSelector,
    affinity: options.affinity,
    tolerations: options.tolerations,
    priorityClassName: options.priorityClassName,
    runtimeClassName: options.runtimeClassName,
    shareProcessNamespace: options.shareProcessNamespace,
  };
}

function registrySecrets(registries: readonly PrivateRegistry[], containers: readonly ContainerPlan[]): string[] {
  return registries.flatMap(({ host, pullSecret }) =>
    pullSecret !== undefined && containers.some(({ image }) => image.registry === host) ? [pullSecret] : [],
  );
}

function defaultSpread(labels: Readonly<Record<string, string>>): JsonRecord[] {
  const { topologyKeys, maxSkew, whenUnsatisfiable } = DEFAULTS.topologySpread.value;
  return topologyKeys.map((topologyKey) => ({
    maxSkew,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: labels },
  }));
}

function secretMounts(options: PodOptions): VolumeMount[] {
  return Object.entries(options.secretFiles ?? {}).map(([path, secret]) => ({
    path,
    volume: Volume.secret(secret),
    readOnly: true,
  }));
}

function fullPlan(
  options: ContainerOptions | (Omit<ContainerOptions, 'ports'> & { ports?: undefined }),
  isSidecar: boolean,
): ContainerPlan {
  return { ...options, ports: options.ports ?? [], mounts: mountsOf(options.name, options), isSidecar };
}

function checkUnique(containers: readonly ContainerPlan[]): void {
  const names = containers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`two containers are named '${twice}': rename one, since names are unique in a pod`);
}

function at(json: JsonRecord, path: readonly string[]): JsonRecord {
  return path.reduce((here, key) => {
    if (!isRecord(here[key])) here[key] = {};
    return here[key] as JsonRecord;
  }, json);
}

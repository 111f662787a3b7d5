import type { EnvFrom } from '../lifecycle/values/env-from';
import type { EnvValue } from '../lifecycle/values/env-value';
import type { HealthChecks } from '../lifecycle/values/health-checks';
import type { Hook } from '../lifecycle/values/hook';
import type { Image } from '../lifecycle/values/image';
import type { Resources } from '../lifecycle/values/resources';
import type { Security } from '../lifecycle/values/security';
import type { Affinity } from './affinity';
import type { PortOptions, RunningContainerOptions } from './running-container-options';
import type { Toleration } from './toleration';
import type { TopologySpreadConstraint } from './topology-spread';
import type { VolumeMount } from './volume-mount';

/** Options of every container. */
export interface CommonContainerOptions {
  /**
   * Command that replaces the image's entry point. A shell that does not `exec` the app keeps SIGTERM from it.
   * @default - the image's
   */
  readonly command?: string[];
  /**
   * Arguments of the command.
   * @default - the image's
   */
  readonly args?: string[];
  /**
   * Folder that it runs in.
   * @default - the image's
   */
  readonly workingDir?: string;
  /**
   * Environment variables, in the order of the manifest.
   * @default - none
   */
  readonly env?: { readonly [name: string]: EnvValue };
  /**
   * ConfigMaps and Secrets of the cluster whose keys are environment variables. `env` and `config` win over them.
   * @default - none
   */
  readonly envFrom?: EnvFrom[];
  /**
   * Volumes and where they are mounted.
   * @default - none
   */
  readonly volumeMounts?: VolumeMount[];
  /**
   * Privileges of the container.
   * @default Security.restricted()
   */
  readonly security?: Security;
}

/** A container that runs before the app and ends. */
export interface InitContainerOptions extends CommonContainerOptions {
  /** Name, unique in the pod. */
  readonly name: string;
  /** Image. */
  readonly image: Image;
  /** CPU and memory. */
  readonly resources: Resources;
}

/** A container that runs beside the app. */
export interface ContainerOptions extends InitContainerOptions, RunningContainerOptions {
  /**
   * Ports.
   * @default - none
   */
  readonly ports?: PortOptions[];
  /**
   * How it is asked whether it is well; a check without a port asks the first of `ports`.
   * @default - none
   */
  readonly health?: HealthChecks;
  /**
   * Hook that runs right after its start.
   * @default - nothing
   */
  readonly postStart?: Hook;
  /**
   * Hook that runs before its SIGTERM.
   * @default - nothing
   */
  readonly preStop?: Hook;
}

/** Options of the pods of every construct. */
export interface PodOptions extends CommonContainerOptions, RunningContainerOptions {
  /**
   * Name of the main container.
   * @default - the construct's id
   */
  readonly containerName?: string;
  /**
   * Further named ports of the main container.
   * @default - none
   */
  readonly ports?: PortOptions[];
  /**
   * Environment variables that are kept in a ConfigMap. A change rolls the pods.
   * @default - none
   */
  readonly config?: { readonly [name: string]: string };
  /**
   * Files by absolute path, kept in a ConfigMap. A change rolls the pods.
   * @default - none
   */
  readonly files?: { readonly [path: string]: string };
  /**
   * Whether ConfigMaps are immutable and named after their content, so that old pods keep the old one.
   * @default false
   */
  readonly immutableConfig?: boolean;
  /**
   * Secrets of the cluster that are mounted as folders: absolute path to name of the Secret.
   * @default - none
   */
  readonly secretFiles?: { readonly [path: string]: string };
  /**
   * Hook that runs right after the start of the main container. Containers behind it and all checks wait for it.
   * @default - nothing
   */
  readonly postStart?: Hook;
  /**
   * Further containers.
   * @default - none
   */
  readonly containers?: ContainerOptions[];
  /**
   * Containers that run before the app, one after the other.
   * @default - none
   */
  readonly initContainers?: InitContainerOptions[];
  /**
   * Native sidecars: they start before the app and stop after it. Kubernetes 1.29 or newer.
   * @default - none
   */
  readonly sidecars?: ContainerOptions[];
  /**
   * Names of Secrets with which images are pulled, besides those of the Platform's registries.
   * @default - none
   */
  readonly imagePullSecrets?: string[];
  /**
   * Name of the ServiceAccount.
   * @default - the namespace's default
   */
  readonly serviceAccountName?: string;
  /**
   * Whether the pods get a token for the API server.
   * @default false
   */
  readonly automountServiceAccountToken?: boolean;
  /**
   * Labels of the workload object.
   * @default - app.kubernetes.io/* only
   */
  readonly labels?: { readonly [name: string]: string };
  /**
   * Annotations of the workload object.
   * @default - those of this package only
   */
  readonly annotations?: { readonly [name: string]: string };
  /**
   * Labels of the pods.
   * @default - app.kubernetes.io/* only
   */
  readonly podLabels?: { readonly [name: string]: string };
  /**
   * Annotations of the pods.
   * @default - none
   */
  readonly podAnnotations?: { readonly [name: string]: string };
  /**
   * Labels that a node must have.
   * @default - any node
   */
  readonly nodeSelector?: { readonly [name: string]: string };
  /**
   * Affinity, merged with what `scheduling` of the workload adds.
   * @default - none
   */
  readonly affinity?: Affinity;
  /**
   * Taints that the pods tolerate.
   * @default - none
   */
  readonly tolerations?: Toleration[];
  /**
   * How pods are spread over nodes and zones. An empty list spreads nothing.
   * @default - over hostnames and zones, ScheduleAnyway, for what has replicas
   */
  readonly topologySpread?: TopologySpreadConstraint[];
  /**
   * Name of the PriorityClass.
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
  /**
   * Name of the RuntimeClass.
   * @default - the node's runtime
   */
  readonly runtimeClassName?: string;
  /**
   * How names are resolved: `ClusterFirst`, `ClusterFirstWithHostNet` or `Default`.
   * @default 'ClusterFirst'
   */
  readonly dnsPolicy?: string;
  /**
   * Whether containers get environment variables for each Service of the namespace.
   * @default - they do, as Kubernetes has it
   */
  readonly enableServiceLinks?: boolean;
  /**
   * Whether the containers see each other's processes.
   * @default false
   */
  readonly shareProcessNamespace?: boolean;
}

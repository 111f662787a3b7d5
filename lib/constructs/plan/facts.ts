import type { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import type { Route } from '../../lifecycle/routes/route';
import type { Resources } from '../../lifecycle/values/resources';
import type { Fields } from '../fields';
import type { Component } from '../labels';
import type { PrivateRegistry } from '../platform';
import type { VolumeMount } from '../volume-mount';

/** What a construct plans with besides its props. */
export interface Facts {
  readonly name: string;
  readonly component: Component;
  readonly version: KubernetesVersion;
  readonly registries: readonly PrivateRegistry[];
  /** Whether a GitOps controller makes again what is missing in the cluster. */
  readonly isGitOps: boolean;
  /** Resources of the main container: its own, else the Profile's. */
  readonly resources: Resources;
  /** Replicas of the Profile. */
  readonly replicas: number | undefined;
  readonly config: ConfigFacts;
  /** How requests reach the pods; undefined where nothing is routed to them. */
  readonly route: Route | undefined;
}

/** How the main container reads the construct's ConfigMaps. */
export interface ConfigFacts {
  readonly envFrom: readonly Fields[];
  readonly mounts: readonly VolumeMount[];
  /** A hash of their content: in the pod template, it rolls the pods. */
  readonly hash: string | undefined;
}

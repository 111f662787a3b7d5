import type { KubernetesVersion } from './kubernetes-version';

interface Feature {
  /** Minor version from which the field is in the API at all. */
  readonly known: number;
  /** Minor version from which the feature gate is on by default. A field that is known and off is dropped in silence. */
  readonly on: number | undefined;
}

/**
 * The fields of a pod's life that came with a feature gate, by the name of the gate. From kube_features.go of
 * Kubernetes 1.36 and of the older release branches. A gate whose field every supported version has on is left out.
 */
const FEATURES = {
  PodLifecycleSleepAction: { known: 29, on: 30 },
  PodLifecycleSleepActionAllowZero: { known: 32, on: 33 },
  SidecarContainers: { known: 28, on: 29 },
  JobBackoffLimitPerIndex: { known: 28, on: 29 },
  JobPodReplacementPolicy: { known: 28, on: 29 },
  JobSuccessPolicy: { known: 30, on: 31 },
  JobManagedBy: { known: 30, on: 32 },
  PodLevelResources: { known: 32, on: 34 },
  ContainerRestartRules: { known: 34, on: 35 },
  RestartAllContainersOnContainerExits: { known: 35, on: 36 },
  ContainerStopSignals: { known: 33, on: undefined },
  MaxUnavailableStatefulSet: { known: 24, on: undefined },
  ServiceTrafficDistribution: { known: 30, on: 31 },
  PreferSameTrafficDistribution: { known: 33, on: 34 },
  HPAConfigurableTolerance: { known: 33, on: 35 },
  RelaxedEnvironmentVariableValidation: { known: 30, on: 32 },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof FEATURES;

/** `on`: works by default. `off`: the API knows the field and drops it in silence. `unknown`: strict decoding refuses it. */
export function featureState(name: FeatureName, version: KubernetesVersion): 'on' | 'off' | 'unknown' {
  const feature: Feature = FEATURES[name];
  if (version.minor < feature.known) return 'unknown';
  return feature.on !== undefined && version.minor >= feature.on ? 'on' : 'off';
}

/** Tells whether a feature works by default in a version. */
export function hasFeature(name: FeatureName, version: KubernetesVersion): boolean {
  return featureState(name, version) === 'on';
}

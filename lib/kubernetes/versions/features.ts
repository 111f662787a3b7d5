import type { KubernetesVersion } from './kubernetes-version';

interface Feature {
  /** Minor version from which the field is in the API at all. */
  readonly known: number;
  /** Minor version from which the feature gate is on by default. A field that is known and off is dropped in silence. */
  readonly on: number | undefined;
}

/**
 * The feature gates that decide about fields, or about what is valid in them, in at least one supported version. From
 * pkg/features/kube_features.go of 1.28.15, 1.29.6, 1.30.14, 1.31.14, 1.32.13, 1.33.13, 1.34.4, 1.35.4, 1.36.3 and 1.37.2.
 */
const FEATURES = {
  AtomicWriteVolumeUserFields: { known: 37, on: undefined },
  ClusterTrustBundleProjection: { known: 29, on: 37 },
  ContainerRestartRules: { known: 34, on: 35 },
  ContainerStopSignals: { known: 33, on: undefined },
  CrossNamespaceVolumeDataSource: { known: 28, on: undefined },
  DynamicResourceAllocation: { known: 28, on: 34 },
  EmptyDirVolumeMode: { known: 37, on: undefined },
  EnvFiles: { known: 34, on: 35 },
  EvictionRequestAPI: { known: 37, on: undefined },
  GRPCContainerProbeTLS: { known: 37, on: undefined },
  GenericWorkload: { known: 35, on: undefined },
  H2CContainerProbe: { known: 37, on: undefined },
  HPAConfigurableTolerance: { known: 33, on: 35 },
  HPAScaleToZero: { known: 28, on: 37 },
  HostnameOverride: { known: 34, on: 35 },
  ImageVolume: { known: 31, on: 35 },
  InPlacePodVerticalScaling: { known: 28, on: 33 },
  JobBackoffLimitPerIndex: { known: 28, on: 29 },
  JobManagedBy: { known: 30, on: 32 },
  JobPodReplacementPolicy: { known: 28, on: 29 },
  JobSuccessPolicy: { known: 30, on: 31 },
  MatchLabelKeysInPodAffinity: { known: 29, on: 31 },
  MatchLabelKeysInPodTopologySpreadSelectorMerge: { known: 34, on: 34 },
  MaxUnavailableStatefulSet: { known: 28, on: 37 },
  MutablePodResourcesForSuspendedJobs: { known: 35, on: 36 },
  MutableSchedulingDirectivesForSuspendedJobs: { known: 35, on: 36 },
  PodCertificateRequest: { known: 34, on: 37 },
  PodHostIPs: { known: 28, on: 29 },
  PodLevelResources: { known: 32, on: 34 },
  PodLevelResourcesFixDefaulting: { known: 37, on: 37 },
  PodLifecycleSleepAction: { known: 29, on: 30 },
  PodLifecycleSleepActionAllowZero: { known: 32, on: 33 },
  PreferSameTrafficDistribution: { known: 33, on: 34 },
  ProcMountType: { known: 28, on: 33 },
  RecoverVolumeExpansionFailure: { known: 28, on: 32 },
  RecursiveReadOnlyMounts: { known: 30, on: 31 },
  RelaxedDNSSearchValidation: { known: 32, on: 33 },
  RelaxedEnvironmentVariableValidation: { known: 30, on: 32 },
  RelaxedServiceNameValidation: { known: 34, on: 36 },
  RestartAllContainersOnContainerExits: { known: 35, on: 36 },
  SELinuxChangePolicy: { known: 32, on: 33 },
  SELinuxMount: { known: 30, on: 37 },
  ServiceTrafficDistribution: { known: 30, on: 31 },
  SidecarContainers: { known: 28, on: 29 },
  SkipReadOnlyValidationGCE: { known: 28, on: 29 },
  StatefulSetRecreateStrategy: { known: 37, on: undefined },
  StrictIPCIDRValidation: { known: 33, on: 36 },
  SupplementalGroupsPolicy: { known: 31, on: 33 },
  TaintTolerationComparisonOperators: { known: 35, on: undefined },
  UserNamespacesHostNetworkSupport: { known: 35, on: undefined },
  UserNamespacesSupport: { known: 28, on: 33 },
  VolumeAttributesClass: { known: 29, on: 34 },
  VolumeBindMountOptions: { known: 37, on: undefined },
  WorkloadWithJob: { known: 36, on: undefined },
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

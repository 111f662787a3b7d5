import type { GatedField } from '../drop';

/**
 * The fields of a pod spec that a version drops in silence while the feature gate is off, though its decoder knows them.
 * Source: pkg/api/pod/util.go dropDisabledFields.
 */
export const DROPPED_FROM_POD: readonly GatedField[] = [
  ['UserNamespacesSupport', 'hostUsers'],
  ['SupplementalGroupsPolicy', 'securityContext.supplementalGroupsPolicy'],
  ['SELinuxChangePolicy', 'securityContext.seLinuxChangePolicy'],
  ['PodLevelResources', 'resources'],
  ['HostnameOverride', 'hostnameOverride'],
  ['GenericWorkload', 'schedulingGroup'],
  ['GenericWorkload', 'workloadRef'],
  ['EvictionRequestAPI', 'evictionResponders'],
  ['DynamicResourceAllocation', 'resourceClaims'],
  ['DynamicResourceAllocation', '*.resources.claims'],
  ['ProcMountType', '*.securityContext.procMount'],
  ['InPlacePodVerticalScaling', '*.resizePolicy'],
  ['SidecarContainers', 'initContainers[].restartPolicy'],
  ['ContainerRestartRules', '*.restartPolicyRules'],
  ['ContainerRestartRules', 'containers[].restartPolicy'],
  ['ContainerRestartRules', 'ephemeralContainers[].restartPolicy'],
  ['PodLifecycleSleepAction', '*.lifecycle.preStop?sleep'],
  ['PodLifecycleSleepAction', '*.lifecycle.postStart?sleep'],
  ['ContainerStopSignals', '*.lifecycle.stopSignal!'],
  ['H2CContainerProbe', '*.livenessProbe.httpGet.protocol'],
  ['H2CContainerProbe', '*.readinessProbe.httpGet.protocol'],
  ['H2CContainerProbe', '*.startupProbe.httpGet.protocol'],
  ['H2CContainerProbe', '*.lifecycle.preStop.httpGet.protocol'],
  ['H2CContainerProbe', '*.lifecycle.postStart.httpGet.protocol'],
  ['GRPCContainerProbeTLS', '*.livenessProbe.grpc.mode'],
  ['GRPCContainerProbeTLS', '*.readinessProbe.grpc.mode'],
  ['GRPCContainerProbeTLS', '*.startupProbe.grpc.mode'],
  ['RecursiveReadOnlyMounts', '*.volumeMounts[].recursiveReadOnly'],
  ['VolumeBindMountOptions', '*.volumeMounts[].bindMountOptions'],
  ['EnvFiles', '*.env[].valueFrom.fileKeyRef'],
  ['EmptyDirVolumeMode', 'volumes[].emptyDir.mode'],
  ['ClusterTrustBundleProjection', 'volumes[].projected.sources[].clusterTrustBundle'],
  ['PodCertificateRequest', 'volumes[].projected.sources[].podCertificate'],
  ['AtomicWriteVolumeUserFields', 'volumes[].secret.defaultUser'],
  ['AtomicWriteVolumeUserFields', 'volumes[].secret.items[].user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].configMap.defaultUser'],
  ['AtomicWriteVolumeUserFields', 'volumes[].configMap.items[].user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].downwardAPI.defaultUser'],
  ['AtomicWriteVolumeUserFields', 'volumes[].downwardAPI.items[].user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.defaultUser'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.sources[].secret.items[].user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.sources[].configMap.items[].user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.sources[].downwardAPI.items[].user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.sources[].serviceAccountToken.user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.sources[].clusterTrustBundle.user'],
  ['AtomicWriteVolumeUserFields', 'volumes[].projected.sources[].podCertificate.user'],
  ...[
    'requiredDuringSchedulingIgnoredDuringExecution[]',
    'preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm',
  ].flatMap((terms) =>
    ['podAffinity', 'podAntiAffinity'].flatMap((affinity) =>
      ['matchLabelKeys', 'mismatchLabelKeys'].map(
        (field) => ['MatchLabelKeysInPodAffinity', `affinity.${affinity}.${terms}.${field}`] as const,
      ),
    ),
  ),
];

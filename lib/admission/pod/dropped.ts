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
  ['ContainerRestartRules', 'initContainers[].restartPolicy~Always'],
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
  // Of several sources, which are refused, the first alone is looked at.
  ...[
    ['secret', 'defaultUser', 'items[].user'],
    ['configMap', 'defaultUser', 'items[].user'],
    ['downwardAPI', 'defaultUser', 'items[].user'],
    ['projected', 'defaultUser'],
  ].flatMap(([source = '', ...fields], index, all) => inFirst('volumes[]', source, fields, all.slice(0, index))),
  ...[
    ['secret', 'items[].user'],
    ['downwardAPI', 'items[].user'],
    ['configMap', 'items[].user'],
    ['serviceAccountToken', 'user'],
    ['clusterTrustBundle', 'user'],
    ['podCertificate', 'user'],
  ].flatMap(([source = '', ...fields], index, all) =>
    inFirst('volumes[].projected^secret+configMap+downwardAPI.sources[]', source, fields, all.slice(0, index)),
  ),
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

function inFirst(
  at: string,
  source: string,
  fields: readonly string[],
  before: ReadonlyArray<readonly string[]>,
): readonly GatedField[] {
  const unless = before.length === 0 ? '' : `^${before.map(([each]) => each).join('+')}`;
  return fields.map((field) => ['AtomicWriteVolumeUserFields', `${at}.${source}${unless}.${field}`] as const);
}

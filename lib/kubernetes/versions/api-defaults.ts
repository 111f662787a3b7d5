/**
 * What the API server fills in where a manifest says nothing; times in seconds. Everything that reads a foreign manifest
 * takes them from here. What this package recommends is another table (lib/lifecycle/documented-defaults.ts): the two never mix.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/apis/core/v1/defaults.go
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/apis/apps/v1/defaults.go
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/apis/batch/v1/defaults.go
 */
export const API_DEFAULTS = {
  /** SetDefaults_Probe; a 0 counts as left out. */
  probe: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
  /** SetDefaults_PodSpec. */
  pod: { terminationGracePeriodSeconds: 30 },
  /** SetDefaults_Deployment. */
  deployment: {
    replicas: 1,
    maxSurge: '25%',
    maxUnavailable: '25%',
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
  },
  /** SetDefaults_StatefulSet; maxUnavailable only where its feature is on. */
  statefulSet: { replicas: 1, maxUnavailable: 1, partition: 0, revisionHistoryLimit: 10 },
  /** SetDefaults_DaemonSet. */
  daemonSet: { maxSurge: 0, maxUnavailable: 1, revisionHistoryLimit: 10 },
  /** SetDefaults_Job. */
  job: { backoffLimit: 6, completions: 1, parallelism: 1 },
  /** SetDefaults_ConfigMapVolumeSource and the like for Secrets, projected and downward API volumes. */
  volume: { defaultMode: 0o644 },
  /** Not filled in: the scheduler counts a missing minDomains as 1. */
  topologySpread: { minDomains: 1 },
  /** SetDefaults_HorizontalPodAutoscaler. */
  horizontalPodAutoscaler: { minReplicas: 1, scaleUpPods: 4, scalePercent: 100, policyPeriodSeconds: 15 },
  /** Not filled in: the kubelet counts a missing divisor as 1. */
  resourceFieldRef: { divisor: 1 },
  /** Not filled in: KEDA counts missing bounds as these. https://keda.sh/docs/latest/reference/scaledobject-spec/ */
  scaledObject: { minReplicaCount: 0, maxReplicaCount: 100 },
} as const;

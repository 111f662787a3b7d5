/** The Kubernetes modules that the tables are read from, the newest first. */
export const MODULES = [
  'v1.37.2',
  'v1.36.3',
  'v1.35.4',
  'v1.34.4',
  'v1.33.13',
  'v1.32.13',
  'v1.31.14',
  'v1.30.14',
  'v1.29.6',
  'v1.28.15',
] as const;

/** The OpenAPI file, the apiVersion and the kinds that admission covers. */
export const KINDS: ReadonlyArray<readonly [file: string, apiVersion: string, kinds: readonly string[]]> = [
  ['api__v1', 'v1', ['Pod', 'Service', 'ConfigMap', 'Secret', 'ServiceAccount', 'PersistentVolumeClaim', 'Namespace']],
  ['apis__apps__v1', 'apps/v1', ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet']],
  ['apis__batch__v1', 'batch/v1', ['Job', 'CronJob']],
  ['apis__policy__v1', 'policy/v1', ['PodDisruptionBudget']],
  ['apis__autoscaling__v2', 'autoscaling/v2', ['HorizontalPodAutoscaler']],
  ['apis__networking.k8s.io__v1', 'networking.k8s.io/v1', ['Ingress', 'NetworkPolicy']],
  ['apis__rbac.authorization.k8s.io__v1', 'rbac.authorization.k8s.io/v1', ['Role', 'RoleBinding']],
];

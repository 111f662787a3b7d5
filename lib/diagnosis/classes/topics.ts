/** What diagnoses look at: the folders of the classes, and the sections of `docs/diagnoses`, in their order. */
export const DIAGNOSIS_TOPICS = {
  scheduling: 'Scheduling',
  images: 'Images',
  starting: 'Creating and starting',
  running: 'Running',
  nodes: 'Nodes and evictions',
  jobs: 'Jobs and CronJobs',
  workloads: 'Deployments, ReplicaSets, StatefulSets, DaemonSets',
  'claims-and-services': 'Claims and Services',
  pods: 'On the way, and healthy',
} as const;

export type DiagnosisTopic = keyof typeof DIAGNOSIS_TOPICS;

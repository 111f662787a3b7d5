import { PVC_LOST } from './classes/claims-and-services/pvc-lost';
import { PVC_PENDING } from './classes/claims-and-services/pvc-pending';
import { PVC_RESIZE_PENDING } from './classes/claims-and-services/pvc-resize-pending';
import { SERVICE_LOAD_BALANCER_PENDING } from './classes/claims-and-services/service-load-balancer-pending';
import type { Diagnosis } from './classes/diagnosis';
import { ERR_IMAGE_NEVER_PULL } from './classes/images/err-image-never-pull';
import { ERR_IMAGE_PULL } from './classes/images/err-image-pull';
import { IMAGE_PULL_BACK_OFF } from './classes/images/image-pull-back-off';
import { INVALID_IMAGE_NAME } from './classes/images/invalid-image-name';
import { CRON_JOB_LAST_RUN_FAILED } from './classes/jobs/cron-job-last-run-failed';
import { CRON_JOB_NEVER_SCHEDULED } from './classes/jobs/cron-job-never-scheduled';
import { CRON_JOB_SUSPENDED } from './classes/jobs/cron-job-suspended';
import { JOB_BACKOFF_LIMIT_EXCEEDED } from './classes/jobs/job-backoff-limit-exceeded';
import { JOB_COMPLETE } from './classes/jobs/job-complete';
import { JOB_DEADLINE_EXCEEDED } from './classes/jobs/job-deadline-exceeded';
import { JOB_FAILED } from './classes/jobs/job-failed';
import { JOB_FAILED_INDEXES } from './classes/jobs/job-failed-indexes';
import { JOB_POD_FAILURE_POLICY } from './classes/jobs/job-pod-failure-policy';
import { JOB_RUNNING } from './classes/jobs/job-running';
import { JOB_SUSPENDED } from './classes/jobs/job-suspended';
import { EVICTED } from './classes/nodes/evicted';
import { NODE_ADMISSION_REJECTED } from './classes/nodes/node-admission-rejected';
import { NODE_LOST } from './classes/nodes/node-lost';
import { NODE_SHUTDOWN } from './classes/nodes/node-shutdown';
import { POD_DEADLINE_EXCEEDED } from './classes/nodes/pod-deadline-exceeded';
import { PREEMPTED } from './classes/nodes/preempted';
import { TERMINATING } from './classes/nodes/terminating';
import { TERMINATING_STUCK } from './classes/nodes/terminating-stuck';
import { UNKNOWN } from './classes/nodes/unknown';
import { CONTAINER_CREATING } from './classes/pods/container-creating';
import { HEALTHY } from './classes/pods/healthy';
import { HIGH_RESTART_COUNT } from './classes/pods/high-restart-count';
import { INIT_IN_PROGRESS } from './classes/pods/init-in-progress';
import { PENDING } from './classes/pods/pending';
import { SUCCEEDED } from './classes/pods/succeeded';
import { CONTAINER_CRASHED } from './classes/running/container-crashed';
import { CRASH_LOOP_BACK_OFF } from './classes/running/crash-loop-back-off';
import { FAILED } from './classes/running/failed';
import { LIVENESS_PROBE_FAILING } from './classes/running/liveness-probe-failing';
import { NOT_READY } from './classes/running/not-ready';
import { OOM_KILLED } from './classes/running/oom-killed';
import { READINESS_GATE_NOT_READY } from './classes/running/readiness-gate-not-ready';
import { READINESS_PROBE_FAILING } from './classes/running/readiness-probe-failing';
import { STARTUP_PROBE_FAILING } from './classes/running/startup-probe-failing';
import { SCHEDULING_GATED } from './classes/scheduling/scheduling-gated';
import { UNSCHEDULABLE } from './classes/scheduling/unschedulable';
import { UNSCHEDULABLE_CPU } from './classes/scheduling/unschedulable-cpu';
import { UNSCHEDULABLE_EXTENDED_RESOURCE } from './classes/scheduling/unschedulable-extended-resource';
import { UNSCHEDULABLE_MEMORY } from './classes/scheduling/unschedulable-memory';
import { UNSCHEDULABLE_NODE_AFFINITY } from './classes/scheduling/unschedulable-node-affinity';
import { UNSCHEDULABLE_NODES_CORDONED } from './classes/scheduling/unschedulable-nodes-cordoned';
import { UNSCHEDULABLE_POD_AFFINITY } from './classes/scheduling/unschedulable-pod-affinity';
import { UNSCHEDULABLE_PVC } from './classes/scheduling/unschedulable-pvc';
import { UNSCHEDULABLE_TAINT } from './classes/scheduling/unschedulable-taint';
import { UNSCHEDULABLE_TOO_MANY_PODS } from './classes/scheduling/unschedulable-too-many-pods';
import { UNSCHEDULABLE_TOPOLOGY_SPREAD } from './classes/scheduling/unschedulable-topology-spread';
import { UNSCHEDULABLE_VOLUME_AFFINITY } from './classes/scheduling/unschedulable-volume-affinity';
import { CREATE_CONTAINER_CONFIG_ERROR } from './classes/starting/create-container-config-error';
import { CREATE_CONTAINER_ERROR } from './classes/starting/create-container-error';
import { FAILED_ATTACH_VOLUME } from './classes/starting/failed-attach-volume';
import { FAILED_CREATE_POD_SAND_BOX } from './classes/starting/failed-create-pod-sand-box';
import { FAILED_MOUNT } from './classes/starting/failed-mount';
import { POST_START_HOOK_ERROR } from './classes/starting/post-start-hook-error';
import { RUN_CONTAINER_ERROR } from './classes/starting/run-container-error';
import { DAEMON_SET_HEALTHY } from './classes/workloads/daemon-set-healthy';
import { DAEMON_SET_PROGRESSING } from './classes/workloads/daemon-set-progressing';
import { DAEMON_SET_UNAVAILABLE } from './classes/workloads/daemon-set-unavailable';
import { DEPLOYMENT_HEALTHY } from './classes/workloads/deployment-healthy';
import { DEPLOYMENT_NOT_PROGRESSING } from './classes/workloads/deployment-not-progressing';
import { DEPLOYMENT_PAUSED } from './classes/workloads/deployment-paused';
import { DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED } from './classes/workloads/deployment-progress-deadline-exceeded';
import { DEPLOYMENT_PROGRESSING } from './classes/workloads/deployment-progressing';
import { DEPLOYMENT_REPLICA_FAILURE } from './classes/workloads/deployment-replica-failure';
import { DEPLOYMENT_UNAVAILABLE } from './classes/workloads/deployment-unavailable';
import { OBJECT_HEALTHY } from './classes/workloads/healthy';
import { REPLICA_SET_NOT_READY } from './classes/workloads/not-ready';
import { REPLICA_FAILURE } from './classes/workloads/replica-failure';
import { STATEFUL_SET_HEALTHY } from './classes/workloads/stateful-set-healthy';
import { STATEFUL_SET_PROGRESSING } from './classes/workloads/stateful-set-progressing';
import { STATEFUL_SET_STUCK } from './classes/workloads/stateful-set-stuck';

/**
 * Every diagnosis, by hand. An object gets the first that matches it, so that the order is the precedence: what makes
 * the rest of the status worthless first (the node is gone), then what the status says of the pod as a whole, then
 * causes before symptoms, and at the end what is as it should be.
 */
export const DIAGNOSES: readonly Diagnosis[] = [
  NODE_LOST,
  TERMINATING_STUCK,
  TERMINATING,
  NODE_SHUTDOWN,
  PREEMPTED,
  EVICTED,
  POD_DEADLINE_EXCEEDED,
  NODE_ADMISSION_REJECTED,
  SUCCEEDED,
  INVALID_IMAGE_NAME,
  ERR_IMAGE_NEVER_PULL,
  ERR_IMAGE_PULL,
  IMAGE_PULL_BACK_OFF,
  OOM_KILLED,
  CREATE_CONTAINER_CONFIG_ERROR,
  CREATE_CONTAINER_ERROR,
  RUN_CONTAINER_ERROR,
  POST_START_HOOK_ERROR,
  STARTUP_PROBE_FAILING,
  LIVENESS_PROBE_FAILING,
  CRASH_LOOP_BACK_OFF,
  CONTAINER_CRASHED,
  FAILED,
  UNKNOWN,
  FAILED_ATTACH_VOLUME,
  FAILED_MOUNT,
  FAILED_CREATE_POD_SAND_BOX,
  SCHEDULING_GATED,
  UNSCHEDULABLE_CPU,
  UNSCHEDULABLE_MEMORY,
  UNSCHEDULABLE_EXTENDED_RESOURCE,
  UNSCHEDULABLE_PVC,
  UNSCHEDULABLE_VOLUME_AFFINITY,
  UNSCHEDULABLE_POD_AFFINITY,
  UNSCHEDULABLE_TOPOLOGY_SPREAD,
  UNSCHEDULABLE_NODE_AFFINITY,
  UNSCHEDULABLE_TOO_MANY_PODS,
  UNSCHEDULABLE_NODES_CORDONED,
  UNSCHEDULABLE_TAINT,
  UNSCHEDULABLE,
  READINESS_PROBE_FAILING,
  INIT_IN_PROGRESS,
  CONTAINER_CREATING,
  PENDING,
  READINESS_GATE_NOT_READY,
  NOT_READY,
  HIGH_RESTART_COUNT,
  HEALTHY,
  DEPLOYMENT_REPLICA_FAILURE,
  DEPLOYMENT_PAUSED,
  DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED,
  DEPLOYMENT_NOT_PROGRESSING,
  DEPLOYMENT_UNAVAILABLE,
  DEPLOYMENT_PROGRESSING,
  DEPLOYMENT_HEALTHY,
  STATEFUL_SET_STUCK,
  STATEFUL_SET_PROGRESSING,
  STATEFUL_SET_HEALTHY,
  DAEMON_SET_UNAVAILABLE,
  DAEMON_SET_PROGRESSING,
  DAEMON_SET_HEALTHY,
  JOB_BACKOFF_LIMIT_EXCEEDED,
  JOB_DEADLINE_EXCEEDED,
  JOB_FAILED_INDEXES,
  JOB_POD_FAILURE_POLICY,
  JOB_FAILED,
  JOB_COMPLETE,
  JOB_SUSPENDED,
  JOB_RUNNING,
  CRON_JOB_SUSPENDED,
  CRON_JOB_LAST_RUN_FAILED,
  CRON_JOB_NEVER_SCHEDULED,
  PVC_LOST,
  PVC_PENDING,
  PVC_RESIZE_PENDING,
  SERVICE_LOAD_BALANCER_PENDING,
  REPLICA_FAILURE,
  REPLICA_SET_NOT_READY,
  OBJECT_HEALTHY,
].flat();

/** The kinds of object that can have a class. */
export function kindsOf(id: string): readonly string[] {
  return [...new Set(DIAGNOSES.filter((each) => each.id === id).flatMap(({ kinds }) => kinds))];
}

import { CRASH_DIAGNOSES, OOM_DIAGNOSES } from './classes/crash';
import { CREATE_DIAGNOSES } from './classes/create';
import { CRON_JOB_DIAGNOSES } from './classes/cron-job';
import { DAEMON_SET_DIAGNOSES } from './classes/daemon-set';
import { DELETION_DIAGNOSES } from './classes/deletion';
import { DEPLOYMENT_DIAGNOSES } from './classes/deployment';
import { IMAGE_DIAGNOSES } from './classes/image';
import { JOB_DIAGNOSES } from './classes/job';
import { NODE_DIAGNOSES, NODE_LOST } from './classes/node';
import { POD_END_DIAGNOSES, POD_PROGRESS_DIAGNOSES } from './classes/pod-progress';
import { PROBE_DIAGNOSES, READINESS_DIAGNOSES } from './classes/probe';
import { REPLICA_SET_DIAGNOSES } from './classes/replica-set';
import { SCHEDULING_DIAGNOSES } from './classes/scheduling';
import { STATEFUL_SET_DIAGNOSES } from './classes/stateful-set';
import { CLAIM_DIAGNOSES, SERVICE_DIAGNOSES } from './classes/storage-and-service';
import { VOLUME_DIAGNOSES } from './classes/volume';
import type { Diagnosis } from './diagnosis';

const [SUCCEEDED, FAILED, UNKNOWN] = POD_END_DIAGNOSES as readonly [Diagnosis, Diagnosis, Diagnosis];

/**
 * Every diagnosis, by hand. An object gets the first that matches it, so that the order is the precedence: what makes
 * the rest of the status worthless first (the node is gone), then what the status says of the pod as a whole, then
 * causes before symptoms, and at the end what is as it should be.
 */
export const DIAGNOSES: readonly Diagnosis[] = [
  NODE_LOST,
  ...DELETION_DIAGNOSES,
  ...NODE_DIAGNOSES,
  SUCCEEDED,
  ...IMAGE_DIAGNOSES,
  ...OOM_DIAGNOSES,
  ...CREATE_DIAGNOSES,
  ...PROBE_DIAGNOSES,
  ...CRASH_DIAGNOSES,
  FAILED,
  UNKNOWN,
  ...VOLUME_DIAGNOSES,
  ...SCHEDULING_DIAGNOSES,
  ...READINESS_DIAGNOSES,
  ...POD_PROGRESS_DIAGNOSES,
  ...DEPLOYMENT_DIAGNOSES,
  ...STATEFUL_SET_DIAGNOSES,
  ...DAEMON_SET_DIAGNOSES,
  ...JOB_DIAGNOSES,
  ...CRON_JOB_DIAGNOSES,
  ...CLAIM_DIAGNOSES,
  ...SERVICE_DIAGNOSES,
  ...REPLICA_SET_DIAGNOSES,
];

import { CONFIG_DIAGNOSES } from './classes/config';
import { CRASH_DIAGNOSES } from './classes/crash';
import { CRON_JOB_DIAGNOSES } from './classes/cron-job';
import { DAEMON_SET_DIAGNOSES } from './classes/daemon-set';
import { DELETION_DIAGNOSES } from './classes/deletion';
import { DEPLOYMENT_DIAGNOSES } from './classes/deployment';
import type { Diagnosis } from './classes/diagnosis';
import { IMAGE_DIAGNOSES } from './classes/image';
import { JOB_DIAGNOSES } from './classes/job';
import { NODE_DIAGNOSES, NODE_LOST } from './classes/node';
import { OOM_DIAGNOSES } from './classes/oom';
import { POD_END_DIAGNOSES } from './classes/pod-end';
import { POD_NOT_READY_DIAGNOSES } from './classes/pod-not-ready';
import { POD_READY_DIAGNOSES } from './classes/pod-ready';
import { POD_WAITING_DIAGNOSES } from './classes/pod-waiting';
import { PROBE_DIAGNOSES } from './classes/probe';
import { READINESS_DIAGNOSES } from './classes/readiness';
import { REPLICA_SET_DIAGNOSES } from './classes/replica-set';
import { SCHEDULING_DIAGNOSES } from './classes/scheduling';
import { START_DIAGNOSES } from './classes/start';
import { STATEFUL_SET_DIAGNOSES } from './classes/stateful-set';
import { CLAIM_DIAGNOSES, SERVICE_DIAGNOSES } from './classes/storage-and-service';
import { VOLUME_DIAGNOSES } from './classes/volume';

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
  ...CONFIG_DIAGNOSES,
  ...START_DIAGNOSES,
  ...PROBE_DIAGNOSES,
  ...CRASH_DIAGNOSES,
  FAILED,
  UNKNOWN,
  ...VOLUME_DIAGNOSES,
  ...SCHEDULING_DIAGNOSES,
  ...READINESS_DIAGNOSES,
  ...POD_WAITING_DIAGNOSES,
  ...POD_NOT_READY_DIAGNOSES,
  ...POD_READY_DIAGNOSES,
  ...DEPLOYMENT_DIAGNOSES,
  ...STATEFUL_SET_DIAGNOSES,
  ...DAEMON_SET_DIAGNOSES,
  ...JOB_DIAGNOSES,
  ...CRON_JOB_DIAGNOSES,
  ...CLAIM_DIAGNOSES,
  ...SERVICE_DIAGNOSES,
  ...REPLICA_SET_DIAGNOSES,
];

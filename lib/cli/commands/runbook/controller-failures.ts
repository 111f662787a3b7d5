import { CRON_JOB_LAST_RUN_FAILED } from '../../../diagnosis/classes/jobs/cron-job-last-run-failed';
import { CRON_JOB_NEVER_SCHEDULED } from '../../../diagnosis/classes/jobs/cron-job-never-scheduled';
import { CRON_JOB_SUSPENDED } from '../../../diagnosis/classes/jobs/cron-job-suspended';
import { JOB_BACKOFF_LIMIT_EXCEEDED } from '../../../diagnosis/classes/jobs/job-backoff-limit-exceeded';
import { JOB_DEADLINE_EXCEEDED } from '../../../diagnosis/classes/jobs/job-deadline-exceeded';
import { DAEMON_SET_UNAVAILABLE } from '../../../diagnosis/classes/workloads/daemon-set-unavailable';
import { DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED } from '../../../diagnosis/classes/workloads/deployment-progress-deadline-exceeded';
import { DEPLOYMENT_REPLICA_FAILURE } from '../../../diagnosis/classes/workloads/deployment-replica-failure';
import { STATEFUL_SET_STUCK } from '../../../diagnosis/classes/workloads/stateful-set-stuck';
import type { WorkloadObject } from '../../../kubernetes/set/manifest-set';
import { API_DEFAULTS } from '../../../kubernetes/versions/api-defaults';
import { stringOf } from '../../../kubernetes/views/json';
import type { Commands } from './commands';
import type { Failure } from './failure';
import { code } from './markdown';

/** What can fail in a workload's controller, whatever its pods do. */
export function controllerFailures(object: WorkloadObject, commands: Commands): readonly Failure[] {
  switch (object.workload.kind) {
    case 'Deployment':
      return [deployment(object, commands)];
    case 'StatefulSet':
      return [
        {
          classes: [STATEFUL_SET_STUCK],
          seen: 'fewer ready pods than replicas',
          means: 'Each pod waits for the one before it. After a fix, delete the broken pod by hand.',
          commands: [commands.diagnose(), commands.getPods(), commands.rolloutStatus()],
        },
      ];
    case 'DaemonSet':
      return [
        {
          classes: [DAEMON_SET_UNAVAILABLE],
          seen: 'fewer ready pods than nodes',
          means: 'Some nodes have no ready pod.',
          commands: [commands.diagnose(), commands.getPods()],
        },
      ];
    default:
      return jobs(object, commands);
  }
}

function deployment({ workload }: WorkloadObject, commands: Commands): Failure {
  return {
    classes: [DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED, DEPLOYMENT_REPLICA_FAILURE],
    seen: 'a rollout that does not finish',
    means: `The old pods go on serving. After ${workload.progressDeadlineSeconds} s without progress the rollout counts as failed; nothing rolls it back.`,
    commands: [commands.diagnose('--watch'), commands.rolloutHistory()],
  };
}

function jobs({ workload }: WorkloadObject, commands: Commands): readonly Failure[] {
  if (workload.job === undefined) return [];
  const { backoffLimit, activeDeadlineSeconds } = workload.job.spec;
  const deadline = typeof activeDeadlineSeconds === 'number' ? `, or after ${activeDeadlineSeconds} s` : '';
  const failed: Failure = {
    classes: [JOB_BACKOFF_LIMIT_EXCEEDED, JOB_DEADLINE_EXCEEDED],
    seen: 'a Job with the condition `Failed`',
    means: `It gives up after ${Number(backoffLimit ?? API_DEFAULTS.job.backoffLimit) + 1} failed tries${deadline}.`,
    commands: [commands.describe(), ...workload.template.containers.map(({ name }) => commands.logs(name, false))],
  };
  if (workload.kind === 'Job') return [failed];
  const missed: Failure = {
    classes: [CRON_JOB_LAST_RUN_FAILED, CRON_JOB_NEVER_SCHEDULED, CRON_JOB_SUSPENDED],
    seen: 'a last run that is too long ago',
    means: `It runs on ${code(stringOf(workload.spec.schedule) ?? '')}.`,
    commands: [commands.describe(), commands.line('get', 'jobs', '--sort-by=.metadata.creationTimestamp')],
  };
  return [failed, missed];
}

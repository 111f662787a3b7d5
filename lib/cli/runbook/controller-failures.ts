import { API_DEFAULTS } from '../../kubernetes/api-defaults';
import { stringOf } from '../../kubernetes/json';
import type { WorkloadObject } from '../../kubernetes/manifest-set';
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
          classes: ['StatefulSetStuck'],
          seen: 'fewer ready pods than replicas',
          means: 'Each pod waits for the one before it. After a fix, delete the broken pod by hand.',
          commands: [commands.diagnose(), commands.getPods(), commands.rolloutStatus()],
        },
      ];
    case 'DaemonSet':
      return [
        {
          classes: ['DaemonSetUnavailable'],
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
    classes: ['DeploymentProgressDeadlineExceeded', 'DeploymentReplicaFailure'],
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
    classes: ['JobBackoffLimitExceeded', 'JobDeadlineExceeded'],
    seen: 'a Job with the condition `Failed`',
    means: `It gives up after ${Number(backoffLimit ?? API_DEFAULTS.job.backoffLimit) + 1} failed tries${deadline}.`,
    commands: [commands.describe(), ...workload.template.containers.map(({ name }) => commands.logs(name, false))],
  };
  if (workload.kind === 'Job') return [failed];
  const missed: Failure = {
    classes: ['CronJobLastRunFailed', 'CronJobNeverScheduled', 'CronJobSuspended'],
    seen: 'a last run that is too long ago',
    means: `It runs on ${code(stringOf(workload.spec.schedule) ?? '')}.`,
    commands: [commands.describe(), commands.line('get', 'jobs', '--sort-by=.metadata.creationTimestamp')],
  };
  return [failed, missed];
}

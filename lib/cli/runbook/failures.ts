import type { Diagnosis } from '../../diagnosis';
import { classFor } from '../../diagnosis/classes/container-diagnosis';
import { ERR_IMAGE_PULL } from '../../diagnosis/classes/images/err-image-pull';
import { IMAGE_PULL_BACK_OFF } from '../../diagnosis/classes/images/image-pull-back-off';
import { CRON_JOB_LAST_RUN_FAILED } from '../../diagnosis/classes/jobs/cron-job-last-run-failed';
import { CRON_JOB_NEVER_SCHEDULED } from '../../diagnosis/classes/jobs/cron-job-never-scheduled';
import { CRON_JOB_SUSPENDED } from '../../diagnosis/classes/jobs/cron-job-suspended';
import { JOB_BACKOFF_LIMIT_EXCEEDED } from '../../diagnosis/classes/jobs/job-backoff-limit-exceeded';
import { JOB_DEADLINE_EXCEEDED } from '../../diagnosis/classes/jobs/job-deadline-exceeded';
import { CRASH_LOOP_BACK_OFF } from '../../diagnosis/classes/running/crash-loop-back-off';
import { LIVENESS_PROBE_FAILING } from '../../diagnosis/classes/running/liveness-probe-failing';
import { OOM_KILLED } from '../../diagnosis/classes/running/oom-killed';
import { READINESS_PROBE_FAILING } from '../../diagnosis/classes/running/readiness-probe-failing';
import { STARTUP_PROBE_FAILING } from '../../diagnosis/classes/running/startup-probe-failing';
import { UNSCHEDULABLE_CPU } from '../../diagnosis/classes/scheduling/unschedulable-cpu';
import { UNSCHEDULABLE_MEMORY } from '../../diagnosis/classes/scheduling/unschedulable-memory';
import { UNSCHEDULABLE_PVC } from '../../diagnosis/classes/scheduling/unschedulable-pvc';
import { CREATE_CONTAINER_CONFIG_ERROR } from '../../diagnosis/classes/starting/create-container-config-error';
import { FAILED_ATTACH_VOLUME } from '../../diagnosis/classes/starting/failed-attach-volume';
import { FAILED_MOUNT } from '../../diagnosis/classes/starting/failed-mount';
import { DAEMON_SET_UNAVAILABLE } from '../../diagnosis/classes/workloads/daemon-set-unavailable';
import { DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED } from '../../diagnosis/classes/workloads/deployment-progress-deadline-exceeded';
import { DEPLOYMENT_REPLICA_FAILURE } from '../../diagnosis/classes/workloads/deployment-replica-failure';
import { STATEFUL_SET_STUCK } from '../../diagnosis/classes/workloads/stateful-set-stuck';
import { objectsOf, stringOf } from '../../kubernetes/json';
import { earliestKill, timeToNotice } from '../../lifecycle/timing';
import { referencesOf, type WorkloadObject } from './apps';
import { Commands } from './commands';
import { code, shell } from './markdown';

/** One failure that a workload can have. */
interface Failure {
  /** The classes of `diagnose` that tell it. */
  readonly classes: readonly Diagnosis[];
  /** What `kubectl get` shows. */
  readonly seen: string;
  readonly means: string;
  readonly commands: readonly string[];
}

/** What each failure that this workload can have looks like, and what to run. */
export function failuresOf(object: WorkloadObject): string {
  const commands = new Commands(object);
  const failures = [
    ...images(object, commands),
    ...references(object, commands),
    ...scheduling(object, commands),
    ...crashes(object, commands),
    ...probes(object, commands),
    ...rollouts(object, commands),
    ...jobs(object, commands),
  ];
  return failures.map(section).join('\n\n');
}

function section({ classes, seen, means, commands }: Failure): string {
  return [
    `#### ${classes.map(({ id }) => id).join(', ')}`,
    '',
    `Seen as ${seen}. ${means}`,
    '',
    shell(commands),
    '',
    [...new Set(classes.map(({ fix }) => fix))].join(' '),
  ].join('\n');
}

const containersOf = ({ workload }: WorkloadObject) => [
  ...workload.template.initContainers,
  ...workload.template.sidecars,
  ...workload.template.containers,
];

function images(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const names = [...new Set(containersOf(object).flatMap(({ image }) => (image === undefined ? [] : [image])))];
  const secrets = objectsOf(object.workload.template.spec.imagePullSecrets).flatMap(
    ({ item }) => stringOf(item.name) ?? [],
  );
  const credentials =
    secrets.length === 0 ? 'No pull secret is named here.' : `Credentials come from ${secrets.map(code).join(', ')}.`;
  return [
    {
      classes: [classFor(ERR_IMAGE_PULL, 'app'), classFor(IMAGE_PULL_BACK_OFF, 'app')],
      seen: `\`ErrImagePull\` or \`ImagePullBackOff\``,
      means: `A node cannot pull ${names.map(code).join(' or ')}. ${credentials}`,
      commands: [commands.describePods(), ...secrets.map((name) => commands.get('secret', name))],
    },
  ];
}

function references(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const all = referencesOf(object.workload);
  const configuration = all.filter(({ kind }) => kind !== 'PersistentVolumeClaim');
  const claims = all.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  const failures: Failure[] = [];
  if (configuration.length > 0) {
    failures.push({
      classes: [classFor(CREATE_CONTAINER_CONFIG_ERROR, 'app'), FAILED_MOUNT],
      seen: '`CreateContainerConfigError`, or `ContainerCreating` that lasts',
      means: `The pods do not start without ${configuration.map(({ kind, name }) => `${kind} ${code(name)}`).join(', ')}.`,
      commands: [...configuration.map(({ kind, name }) => commands.get(kind, name)), commands.describePods()],
    });
  }
  const templates = objectsOf(object.workload.spec.volumeClaimTemplates);
  if (claims.length > 0 || templates.length > 0) {
    failures.push({
      classes: [UNSCHEDULABLE_PVC, FAILED_ATTACH_VOLUME],
      seen: '`Pending`, or `ContainerCreating` that lasts',
      means: `The pods wait for ${claims.length > 0 ? `claim ${claims.map(({ name }) => code(name)).join(', ')}` : 'their own claims'} to be bound and attached.`,
      commands: [
        ...(claims.length > 0
          ? claims.map(({ name }) => commands.describeOther('persistentvolumeclaim', name))
          : [commands.line('get', 'persistentvolumeclaims')]),
        'kubectl get volumeattachments',
      ],
    });
  }
  return failures;
}

function scheduling(object: WorkloadObject, commands: Commands): readonly Failure[] {
  const asked = containersOf(object).flatMap(({ name, requests, limits }) => {
    const amounts = ['cpu', 'memory']
      .map((resource) => requests[resource] ?? limits[resource])
      .filter((amount) => amount !== undefined);
    return amounts.length === 0 ? [] : [`${code(name)} ${amounts.map((amount) => code(String(amount))).join(' and ')}`];
  });
  return [
    {
      classes: [UNSCHEDULABLE_CPU, UNSCHEDULABLE_MEMORY],
      seen: '`Pending`',
      means:
        asked.length === 0
          ? 'No node takes a pod; it requests nothing, so look for taints, selectors and claims.'
          : `No node has room for a pod: ${asked.join(', ')}.`,
      commands: [commands.describePods(), 'kubectl describe nodes'],
    },
  ];
}

function crashes(object: WorkloadObject, commands: Commands): readonly Failure[] {
  return containersOf(object).flatMap((container) => {
    const prefix = container.role === 'init' ? 'Init:' : '';
    const limit = container.limits.memory;
    const logs = [commands.logs(container.name, true), commands.logs(container.name, false)];
    const crash: Failure = {
      classes: [classFor(CRASH_LOOP_BACK_OFF, container.role)],
      seen: `\`${prefix}CrashLoopBackOff\` or \`${prefix}Error\``,
      means: `Container ${code(container.name)} ends. Its exit code tells where to look: 0 it is done, 127 no such command, 137 killed, 143 stopped.`,
      commands: logs,
    };
    if (limit === undefined || limit === null) return [crash];
    const memory: Failure = {
      classes: [classFor(OOM_KILLED, container.role)],
      seen: `\`${prefix}OOMKilled\`, or restarts with that reason`,
      means: `Container ${code(container.name)} used more than its memory limit of ${code(String(limit))}.`,
      commands: [commands.topPods(), commands.logs(container.name, true)],
    };
    return [crash, memory];
  });
}

function probes(object: WorkloadObject, commands: Commands): readonly Failure[] {
  return containersOf(object).flatMap(({ name, startupProbe, livenessProbe, readinessProbe }) => {
    const failures: Failure[] = [];
    if (startupProbe !== undefined) {
      failures.push({
        classes: [classFor(STARTUP_PROBE_FAILING, 'app')],
        seen: 'not ready, with restarts that grow',
        means: `Container ${code(name)} is killed when it has not answered its startup probe after ${earliestKill(startupProbe)} s.`,
        commands: [commands.warnings(), commands.logs(name, true)],
      });
    }
    if (livenessProbe !== undefined) {
      failures.push({
        classes: [classFor(LIVENESS_PROBE_FAILING, 'app')],
        seen: 'restarts that grow, with exit code 137 or 143',
        means: `Container ${code(name)} is killed at most ${timeToNotice(livenessProbe)} s after it stops to answer its liveness probe.`,
        commands: [commands.warnings(), commands.topPods(), commands.logs(name, true)],
      });
    }
    if (readinessProbe !== undefined) {
      failures.push({
        classes: [classFor(READINESS_PROBE_FAILING, 'app')],
        seen: 'running and not ready',
        means: `Pods get no requests while container ${code(name)} does not answer its readiness probe; nothing restarts it.`,
        commands: [commands.warnings(), commands.logs(name, false)],
      });
    }
    return failures;
  });
}

function rollouts({ workload }: WorkloadObject, commands: Commands): readonly Failure[] {
  if (workload.kind === 'Deployment') {
    return [
      {
        classes: [DEPLOYMENT_PROGRESS_DEADLINE_EXCEEDED, DEPLOYMENT_REPLICA_FAILURE],
        seen: 'a rollout that does not end',
        means: `The old pods go on serving. After ${Number(workload.spec.progressDeadlineSeconds ?? 600)} s without progress the rollout counts as failed, and nothing is rolled back by itself.`,
        commands: [commands.diagnose('--watch'), commands.rolloutHistory()],
      },
    ];
  }
  if (workload.kind === 'StatefulSet') {
    return [
      {
        classes: [STATEFUL_SET_STUCK],
        seen: 'fewer ready pods than replicas',
        means: 'Each pod waits for the one before it. After a correction the broken pod has to be deleted by hand.',
        commands: [commands.diagnose(), commands.getPods(), commands.rolloutStatus()],
      },
    ];
  }
  if (workload.kind !== 'DaemonSet') return [];
  return [
    {
      classes: [DAEMON_SET_UNAVAILABLE],
      seen: 'fewer ready pods than nodes',
      means: 'Some nodes have no pod that is ready.',
      commands: [commands.diagnose(), commands.getPods()],
    },
  ];
}

function jobs({ workload }: WorkloadObject, commands: Commands): readonly Failure[] {
  if (workload.job === undefined) return [];
  const containers = workload.template.containers.map(({ name }) => commands.logs(name, false));
  const failed: Failure = {
    classes: [JOB_BACKOFF_LIMIT_EXCEEDED, JOB_DEADLINE_EXCEEDED],
    seen: 'a Job with the condition `Failed`',
    means: `It gives up after ${Number(workload.job.spec.backoffLimit ?? 6) + 1} failed tries${typeof workload.job.spec.activeDeadlineSeconds === 'number' ? `, or after ${workload.job.spec.activeDeadlineSeconds} s` : ''}.`,
    commands: [commands.describe(), ...containers],
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

import { earliestKill } from '../../lifecycle/timing';
import { describe, logs, top } from '../command';
import { forContainers } from '../container-diagnosis';
import type { Diagnosis, Match } from '../diagnosis';
import type { Evidence } from '../evidence';
import { waiting } from '../example';
import { resourceField } from '../fields';
import { canBeAKill, showExit, signalOf } from '../messages/exit-code';
import { type ContainerView, endOf, type PodView, showState, type Terminated } from '../pod-view';
import { duration, quoted } from '../printable';
import { contentionOf } from '../usage';

const isDone = (pod: PodView) => pod.phase === 'Failed' || pod.phase === 'Succeeded';

/** How long a run lasted, in seconds. */
function ranFor(end: Terminated | undefined): number | undefined {
  if (end?.startedAt === undefined || end.finishedAt === undefined) return undefined;
  return (end.finishedAt - end.startedAt) / 1000;
}

/** A stop that a probe can have caused: it did not come before the probe can have killed, and its exit code fits. */
function fitsProbeKill(
  container: ContainerView,
  end: Terminated | undefined,
): 'livenessProbe' | 'startupProbe' | undefined {
  if (end === undefined || end.reason === 'OOMKilled') return undefined;
  const lasted = ranFor(end);
  for (const type of ['startupProbe', 'livenessProbe'] as const) {
    const probe = container.spec[type];
    if (probe === undefined) continue;
    const kill = earliestKill(probe);
    if (type === 'startupProbe' && (container.started === true || (lasted !== undefined && lasted > kill + 60)))
      continue;
    // Programs end themselves with any code once they got SIGTERM; but a run of a second was no probe's doing.
    const isLikely = canBeAKill(end.exitCode)
      ? lasted === undefined || lasted + 1 >= kill
      : lasted !== undefined && lasted >= kill;
    if (isLikely) return type;
  }
  return undefined;
}

/** What the end of a run says about its cause, and the field to look at. */
function readEnd(
  container: ContainerView,
  pod: PodView,
  end: Terminated | undefined,
): Pick<Match, 'field' | 'fix'> & { says: string } {
  const exit = showExit(end?.exitCode);
  const probe = fitsProbeKill(container, end);
  if (end === undefined) return { says: 'the status does not tell how its last run ended; its log may' };
  if (end.exitCode === 0 && pod.restartPolicy === 'Always' && container.role === 'app' && probe === undefined) {
    return {
      says: 'its program finishes with exit code 0, and restartPolicy Always starts it again',
      field: 'spec.restartPolicy',
      fix: 'A program that is done belongs into a Job; a server must stay in the foreground: look at its command.',
    };
  }
  if (probe !== undefined) {
    return {
      says: `its last run ended with ${exit} after a time at which its ${probe} can kill: no event says so, and its log tells`,
      field: `${container.field}.${probe}`,
      fix: `Read the previous log. If the app was well, give the ${probe} more time; if it hung, the probe did its work.`,
    };
  }
  if (end.exitCode === 126 || end.exitCode === 127) {
    return {
      says: `its program ends with ${exit}`,
      field: `${container.field}.command`,
      fix: 'Compare the command, and the programs that a script calls, with what the image holds.',
    };
  }
  if (end.exitCode === 137) {
    return {
      says: 'its last run was killed (SIGKILL), and not for its memory limit as far as the status tells: a process inside of the container may have been, or the node ran out of memory',
      fix: "Read the previous log and the node's events for an out-of-memory kill of a process below the first.",
    };
  }
  if (end.exitCode === 139)
    return {
      says: `its program crashes: ${exit}, a fault in native code`,
      fix: 'Look for a library or an architecture that does not fit the image.',
    };
  const message = end.message === '' ? '' : `; it says: ${end.message}`;
  return {
    says: `its program ends with ${exit}${message === '' ? '. The status does not tell why: configuration, a missing dependency, DNS and network all look like this, and its log tells' : message}`,
  };
}

function matchEnd(container: ContainerView, pod: PodView, evidence: Evidence, subject: string): Match {
  const end = endOf(container);
  const { says, field, fix } = readEnd(container, pod, end);
  const lasted = ranFor(end);
  const contention = contentionOf(container, pod, evidence);
  const previous = container.state.type !== 'terminated';
  return {
    cause: `${subject}: ${says}`,
    proof: [
      showState(container),
      ...(lasted === undefined ? [] : [`the last run lasted ${duration(lasted * 1000)}`]),
      ...(contention === undefined ? [] : [contention.line]),
    ],
    command: logs(pod.ref, container.name, previous),
    more: [describe(pod.ref), ...(contention === undefined && end?.exitCode === 137 ? [top(pod.ref)] : [])],
    ...(field === undefined ? {} : { field }),
    ...(fix === undefined ? {} : { fix }),
    sameAs: `${container.name} ${end?.exitCode} ${end?.reason}`,
  };
}

const name = ({ role, name }: ContainerView) =>
  `${role === 'init' ? 'init container' : role === 'sidecar' ? 'sidecar' : 'container'} ${quoted(name)}`;
const LOGS = 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/';

/** Killed for its memory: the status says so, whatever the exit code is. */
export const OOM_DIAGNOSES: readonly Diagnosis[] = forContainers({
  id: 'OOMKilled',
  initId: 'Init:OOMKilled',
  outcome: 'failed',
  severity: 'error',
  title: 'The container was killed for using more memory than its limit',
  why: 'The kernel kills a process of the container when its cgroup reaches the memory limit. The exit code is mostly 137, but 0, 1 or 2 where a child process was killed and the first one lived on: the reason counts, not the code. Eviction, for the memory of the node, is another thing.',
  fix: 'Raise the memory limit to what the app needs at its peak, or lower what it takes (heap size, cache, workers); look for a leak where the time until the kill is always the same.',
  see: ['https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/'],
  example: {
    container: 'resources:\n  limits: { memory: 128Mi }',
    status: waiting(
      'CrashLoopBackOff',
      'back-off 40s restarting failed container',
      3,
      '{ reason: OOMKilled, exitCode: 137 }',
    ),
  },
  match(container, pod, evidence) {
    const end = endOf(container);
    if (end?.reason !== 'OOMKilled') return undefined;
    const isWell = container.state.type === 'running' && container.ready !== false;
    const others = pod.containers.some((other) => other.role === 'app' && other.ready === false);
    if (isWell && (others || pod.phase === 'Pending')) return undefined;
    const limit = container.spec.limits.memory;
    const contention = contentionOf(container, pod, evidence);
    const over =
      limit === undefined || limit === null
        ? 'its memory limit (the evidence does not show it)'
        : `its memory limit of ${String(limit)}`;
    const code =
      end.exitCode === 137 || end.exitCode === undefined
        ? ''
        : `; its exit code is ${end.exitCode}, since a child process was killed`;
    const times = container.restarts > 1 ? `, and has restarted ${container.restarts} times` : '';
    return {
      cause: `${name(container)} was killed for using more memory than ${over}${code}${times}${isWell ? '; it is running again now' : ''}`,
      proof: [showState(container), ...(contention === undefined ? [] : [contention.line])],
      command: logs(pod.ref, container.name, container.state.type !== 'terminated'),
      more: [top(pod.ref), describe(pod.ref)],
      field: resourceField(container, 'limits', 'memory'),
      preventedBy: 'heap-fits-memory',
      ...(isWell ? { severity: 'warning' as const } : {}),
      sameAs: container.name,
    };
  },
});

/** Containers that run and end, again and again, or for good. */
export const CRASH_DIAGNOSES: readonly Diagnosis[] = [
  ...forContainers({
    id: 'CrashLoopBackOff',
    initId: 'Init:CrashLoopBackOff',
    outcome: 'failed',
    severity: 'error',
    title: 'The container ends again and again, and waits before its next start',
    why: 'After each end the kubelet waits twice as long, from 10 s to 5 min, before it starts the container again; ten minutes of running reset that. The state is no cause: the exit code of the last run, and its log, are.',
    fix: 'Read the log of the previous run. Exit code 0 asks for a Job or a command that stays; 127 for another command; 137 and 143 for a look at the probes.',
    see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy', LOGS],
    example: {
      status: waiting(
        'CrashLoopBackOff',
        'back-off 40s restarting failed container=web',
        3,
        '{ reason: Error, exitCode: 1 }',
      ),
    },
    match(container, pod, evidence) {
      const waits = container.state.type === 'waiting' && container.state.reason === 'CrashLoopBackOff';
      // Some tools write the word that kubectl prints into the phase.
      const isPhase = pod.phase === 'CrashLoopBackOff' && container.role === 'app';
      if (!waits && !isPhase) return undefined;
      return matchEnd(container, pod, evidence, `${name(container)} ends again and again`);
    },
  }),
  ...forContainers({
    id: 'ContainerCrashed',
    initId: 'Init:Error',
    outcome: 'failed',
    severity: 'error',
    title: 'The container has ended with an error',
    why: 'The container is between two runs, or will not run again because of its restart policy, while its pod goes on.',
    fix: 'Read its log; where it restarts, the next failures lead to CrashLoopBackOff.',
    see: [LOGS],
    example: {
      status: 'ready: false\nrestartCount: 1\nstate:\n  terminated: { reason: Error, exitCode: 1 }',
    },
    match(container, pod, evidence) {
      const { state, last } = container;
      if (container.role === 'init' ? pod.phase === 'Succeeded' : isDone(pod)) return undefined;
      if (state.type === 'terminated') {
        const isFinished = state.exitCode === 0 && (container.role === 'init' || pod.restartPolicy !== 'Always');
        if (isFinished || (state.exitCode === undefined && state.reason === 'Completed')) return undefined;
        const again = container.role !== 'init' && pod.restartPolicy === 'Never' ? ' and is not started again' : '';
        return matchEnd(container, pod, evidence, `${name(container)} has ended${again}`);
      }
      const hasFailed = last.type === 'terminated' && last.exitCode !== 0 && container.role === 'app';
      const isNotReady = state.type === 'running' && container.ready === false && container.started !== false;
      if (!hasFailed || !isNotReady || container.spec.readinessProbe !== undefined) return undefined;
      return matchEnd(container, pod, evidence, `${name(container)} has crashed and runs again, but is not ready`);
    },
  }),
];

/** The pod failed as a whole. */
export function matchFailed(pod: PodView, evidence: Evidence): Match | undefined {
  if (pod.phase !== 'Failed') return undefined;
  const ended = pod.containers.filter(({ role, state }) => role === 'app' && state.type === 'terminated');
  const culprit = ended.find(({ state }) => state.type === 'terminated' && state.exitCode !== 0) ?? undefined;
  if (culprit === undefined) {
    const why = [pod.reason, pod.message].filter((text) => text !== '').join(': ');
    return {
      cause: `the pod has failed${why === '' ? ', and its status does not tell why; its events may' : `: ${why}`}`,
      proof: [`phase Failed${why === '' ? '' : ` ${why}`}`],
      command: describe(pod.ref),
      more: [logs(pod.ref, null, false)],
    };
  }
  const end = endOf(culprit);
  if (end?.reason === 'ContainerStatusUnknown') {
    return {
      container: culprit.name,
      cause: `the kubelet lost ${name(culprit)} (ContainerStatusUnknown), mostly because the node restarted or removed it: exit code ${end.exitCode ?? '?'} is made up, and the pod counts as failed`,
      proof: [showState(culprit)],
      command: describe(pod.ref),
      sameAs: 'ContainerStatusUnknown',
    };
  }
  const signal = end?.exitCode === undefined ? undefined : signalOf(end.exitCode);
  const match = matchEnd(
    culprit,
    pod,
    evidence,
    `${name(culprit)} has failed, and restartPolicy ${pod.restartPolicy} does not start it again`,
  );
  return {
    container: culprit.name,
    ...match,
    ...(signal === undefined ? {} : { sameAs: `${culprit.name} ${signal}` }),
  };
}

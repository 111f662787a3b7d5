import type { PodView } from '../evidence/pod-view';
import { matchEnd, nameOf } from '../reading/run-end';
import { forContainers } from './container-diagnosis';
import type { Diagnosis } from './diagnosis';
import { waiting } from './example';

const isDone = (pod: PodView) => pod.phase === 'Failed' || pod.phase === 'Succeeded';

const LOGS = 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/';

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
      return matchEnd(container, pod, evidence, `${nameOf(container)} ends again and again`);
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
        return matchEnd(container, pod, evidence, `${nameOf(container)} has ended${again}`);
      }
      const hasFailed = last.type === 'terminated' && last.exitCode !== 0 && container.role === 'app';
      const isNotReady = state.type === 'running' && container.ready === false && container.started !== false;
      if (!hasFailed || !isNotReady || container.spec.readinessProbe !== undefined) return undefined;
      return matchEnd(container, pod, evidence, `${nameOf(container)} has crashed and runs again, but is not ready`);
    },
  }),
];

import { waitsFor } from '../../evidence/pod-view';
import { matchEnd, nameOf } from '../../reading/run-end';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const CRASH_LOOP_BACK_OFF = forContainers({
  id: 'CrashLoopBackOff',
  initId: 'Init:CrashLoopBackOff',
  topic: 'running',
  family: 'crash',
  patience: { seconds: 5, retriedByJobs: true },
  title: 'The container keeps exiting, and is waiting to be restarted',
  why: 'After each exit the kubelet waits twice as long, from 10 s up to 5 min, before it restarts the container; ten minutes of running resets the delay. The state itself is not the cause; the exit code and log of the last run show that.',
  fix: 'Read the log of the previous run. Exit code 0 calls for a Job, or a command that stays in the foreground; 127 for a different command; 137 and 143 for a look at the probes.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
    'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/',
  ],
  example: {
    status: yaml`
      ready: false
      restartCount: 3
      state:
        waiting:
          reason: CrashLoopBackOff
          message: "back-off 40s restarting failed container=web"
      lastState:
        terminated: { reason: Error, exitCode: 1 }
    `,
  },
  match(container, pod, evidence) {
    // Some tools write the word that kubectl prints into the phase.
    const isPhase = pod.phase === 'CrashLoopBackOff' && container.role === 'app';
    if (!waitsFor(container, 'CrashLoopBackOff') && !isPhase) return undefined;
    return matchEnd(container, pod, evidence, `${nameOf(container)} keeps exiting`);
  },
});

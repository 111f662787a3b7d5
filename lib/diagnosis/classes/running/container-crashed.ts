import type { PodView } from '../../evidence/pod-view';
import { matchEnd, nameOf } from '../../reading/run-end';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

const isDone = (pod: PodView) => pod.phase === 'Failed' || pod.phase === 'Succeeded';

export const CONTAINER_CRASHED = forContainers({
  id: 'ContainerCrashed',
  initId: 'Init:Error',
  topic: 'running',
  family: 'crash',
  patience: { seconds: 10, retriedByJobs: true },
  title: 'The container has exited with an error',
  why: 'The container is between two runs, or will not restart because of its restart policy, while its pod keeps running.',
  fix: 'Read its log; if it restarts, further failures lead to CrashLoopBackOff.',
  see: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/'],
  example: {
    status: yaml`
      ready: false
      restartCount: 1
      state:
        terminated: { reason: Error, exitCode: 1 }
    `,
  },
  match(container, pod, evidence) {
    const { state, last } = container;
    if (container.role === 'init' ? pod.phase === 'Succeeded' : isDone(pod)) return undefined;
    if (state.type === 'terminated') {
      const isFinished = state.exitCode === 0 && (container.role === 'init' || pod.restartPolicy !== 'Always');
      if (isFinished || (state.exitCode === undefined && state.reason === 'Completed')) return undefined;
      const again = container.role !== 'init' && pod.restartPolicy === 'Never' ? ' and is not restarted' : '';
      return matchEnd(container, pod, evidence, `${nameOf(container)} has exited${again}`);
    }
    const hasFailed = last.type === 'terminated' && last.exitCode !== 0 && container.role === 'app';
    const isNotReady = state.type === 'running' && container.ready === false && container.started !== false;
    if (!hasFailed || !isNotReady || container.spec.readinessProbe !== undefined) return undefined;
    return matchEnd(
      container,
      pod,
      evidence,
      `${nameOf(container)} has crashed and is running again, but is not ready`,
    );
  },
});

import { lastEnd, showState } from '../../evidence/pod-view';
import { resourceField } from '../../reading/fields';
import { nameOf } from '../../reading/run-end';
import { contentionOf } from '../../reading/usage';
import { describe, logs, top } from '../../telling/command';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

/** Killed for its memory: the status says so, whatever the exit code is. */
export const OOM_KILLED = forContainers({
  id: 'OOMKilled',
  initId: 'Init:OOMKilled',
  topic: 'running',
  family: 'crash',
  patience: { seconds: 5, retriedByJobs: true, beside: 'as-warning' },
  title: 'The container was killed for using more memory than its limit',
  why: 'The kernel kills a process of the container when its cgroup reaches the memory limit. The exit code is usually 137, but 0, 1 or 2 where a child process was killed and the main one survived: go by the reason, not the code. Eviction, which is about the memory of the node, is something else.',
  fix: 'Raise the memory limit to what the app needs at its peak, or lower what it takes (heap size, cache, workers); look for a leak where the time until the kill is always the same.',
  see: ['https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/'],
  example: {
    container: yaml`
      resources:
        limits: { memory: 128Mi }
    `,
    status: yaml`
      ready: false
      restartCount: 3
      state:
        waiting:
          reason: CrashLoopBackOff
          message: "back-off 40s restarting failed container"
      lastState:
        terminated: { reason: OOMKilled, exitCode: 137 }
    `,
  },
  match(container, pod, evidence) {
    const end = lastEnd(container);
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
      cause: `${nameOf(container)} was killed for using more memory than ${over}${code}${times}${isWell ? '; it is running again now' : ''}`,
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

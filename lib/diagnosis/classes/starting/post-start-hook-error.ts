import { showEvent } from '../../evidence/cluster-event';
import { showState, waitsFor } from '../../evidence/pod-view';
import { describe, logs } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const POST_START_HOOK_ERROR = forContainers({
  id: 'PostStartHookError',
  initId: null,
  topic: 'starting',
  family: 'crash',
  patience: { seconds: 5, retriedByJobs: true },
  title: 'The container is killed because its postStart hook fails',
  why: 'The kubelet runs postStart right after the start and kills the container if the hook fails. Until the hook returns, the container does not count as running, and later containers wait.',
  fix: 'Correct the hook, or move its work into the app or an init container.',
  see: ['https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/'],
  example: {
    container: yaml`
      lifecycle:
        postStart:
          exec: { command: [/bin/warm-up] }
    `,
    status: yaml`
      ready: false
      restartCount: 2
      state:
        waiting: { reason: PostStartHookError, message: "Exec lifecycle hook ([/bin/warm-up]) failed" }
    `,
  },
  match(container, pod, evidence) {
    const event = evidence.event(pod, { reason: 'FailedPostStartHook', container: container.name });
    const crashes = waitsFor(container, 'CrashLoopBackOff') && event !== undefined;
    if (!waitsFor(container, 'PostStartHookError') && !crashes) return undefined;
    return {
      cause: `container ${inQuotes(container.name)} is killed each time it starts, because its postStart hook fails`,
      proof: [showState(container), ...(event === undefined ? [] : [showEvent(event)])],
      command: describe(pod.ref),
      more: [logs(pod.ref, container.name, true)],
      field: `${container.field}.lifecycle.postStart`,
      preventedBy: 'poststart-does-not-wait',
      sameAs: container.name,
    };
  },
});

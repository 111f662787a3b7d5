import { lastEnd, waitsFor } from '../../evidence/pod-view';
import { matchStart } from '../../reading/start';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

const REASONS = ['ContainerCannotRun', 'StartError'];

export const RUN_CONTAINER_ERROR = forContainers({
  id: 'RunContainerError',
  initId: 'Init:RunContainerError',
  topic: 'starting',
  family: 'crash',
  patience: { seconds: 5 },
  title: 'The container was created, but its program cannot be started',
  why: 'The command, its permissions or its architecture do not match the image. The program never ran, so there is no log.',
  fix: 'Compare command and args with what the image contains.',
  see: ['https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/'],
  example: {
    container: yaml`
      command: [serv]
    `,
    status: yaml`
      ready: false
      restartCount: 1
      state:
        waiting:
          reason: RunContainerError
          message: "failed to create containerd task: exec: \"serv\": executable file not found in $PATH"
      lastState:
        terminated: { reason: StartError, exitCode: 128 }
    `,
  },
  match(container, pod) {
    const end = lastEnd(container);
    const hasStopped = container.state.type === 'terminated' || waitsFor(container, 'CrashLoopBackOff');
    const isTold = waitsFor(container, 'RunContainerError', 'PreStartHookError', ...REASONS);
    const isOfItsEnd = hasStopped && end !== undefined && REASONS.includes(end.reason);
    return isTold || isOfItsEnd ? matchStart(container, pod, 'started') : undefined;
  },
});

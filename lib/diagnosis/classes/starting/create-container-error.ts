import { waitsFor } from '../../evidence/pod-view';
import { matchStart } from '../../reading/start';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const CREATE_CONTAINER_ERROR = forContainers({
  id: 'CreateContainerError',
  initId: 'Init:CreateContainerError',
  topic: 'starting',
  patience: { seconds: 120 },
  title: 'The container cannot be created',
  why: 'The container runtime refused to create the container, or did not answer in time.',
  fix: 'Read the message of the runtime: mounts, devices and names come from the manifest, time-outs from the node.',
  see: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/'],
  example: {
    phase: 'Pending',
    status: yaml`
      ready: false
      restartCount: 0
      state:
        waiting:
          reason: CreateContainerError
          message: "context deadline exceeded"
    `,
  },
  match: (container, pod) =>
    waitsFor(container, 'CreateContainerError', 'PreCreateHookError')
      ? matchStart(container, pod, 'created')
      : undefined,
});

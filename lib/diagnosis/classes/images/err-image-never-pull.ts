import { showState, waitsFor } from '../../evidence/pod-view';
import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const ERR_IMAGE_NEVER_PULL = forContainers({
  id: 'ErrImageNeverPull',
  initId: 'Init:ErrImageNeverPull',
  topic: 'images',
  patience: { seconds: 0 },
  title: 'The container may not pull its image, and the node does not have it',
  why: 'With the pull policy Never the kubelet does not ask a registry: the image must already be on every node that the pod can land on.',
  fix: 'Use IfNotPresent, or load the image onto every node.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
  example: {
    phase: 'Pending',
    container: yaml`
      imagePullPolicy: Never
    `,
    status: yaml`
      ready: false
      restartCount: 0
      state:
        waiting:
          reason: ErrImageNeverPull
          message: "Container image \"registry.example.com/shop/cart:1.4.2\" is not present with pull policy of Never"
    `,
  },
  match(container, pod) {
    if (!waitsFor(container, 'ErrImageNeverPull')) return undefined;
    return {
      cause: `container ${inQuotes(container.name)} may not pull ${inQuotes(container.spec.image)} (imagePullPolicy Never), and node ${inQuotes(pod.nodeName)} does not have it`,
      proof: [showState(container)],
      command: describe(pod.ref),
      field: `${container.field}.imagePullPolicy`,
      preventedBy: 'pull-policy-never-is-meant',
    };
  },
});

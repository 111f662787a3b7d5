import { waitsFor } from '../../evidence/pod-view';
import { matchPull, PULL_PAGES } from '../../reading/pull';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const ERR_IMAGE_PULL = forContainers({
  id: 'ErrImagePull',
  initId: 'Init:ErrImagePull',
  topic: 'images',
  family: 'pull',
  patience: { seconds: 10, secondsWithoutField: 120 },
  title: 'The container could not pull its image',
  why: 'The last attempt to pull the image failed. The kubelet waits 10 s, then twice as long after each failure, up to 5 min; meanwhile the state is ImagePullBackOff.',
  fix: 'Read what the registry answered: a missing image, missing credentials and an unreachable registry need different fixes.',
  see: PULL_PAGES,
  example: {
    phase: 'Pending',
    status: yaml`
      ready: false
      restartCount: 0
      state:
        waiting:
          reason: ErrImagePull
          message: "failed to resolve reference \"registry.example.com/shop/cart:1.4.2\": unexpected status from HEAD request: 401 Unauthorized"
    `,
  },
  match: (container, pod, evidence) =>
    waitsFor(container, 'ErrImagePull', 'ImageInspectError', 'RegistryUnavailable', 'SignatureValidationFailed')
      ? matchPull(container, pod, evidence)
      : undefined,
});

import { waitsFor } from '../../evidence/pod-view';
import { matchPull, PULL_PAGES } from '../../reading/pull';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const IMAGE_PULL_BACK_OFF = forContainers({
  id: 'ImagePullBackOff',
  initId: 'Init:ImagePullBackOff',
  topic: 'images',
  family: 'pull',
  patience: { seconds: 10, secondsWithoutField: 120 },
  title: 'The container is waiting to retry its image pull',
  why: 'The pull failed more than once. Since Kubernetes 1.32 the message includes the cause; before that, only the Failed event does.',
  fix: 'Read what the registry answered: a missing image, missing credentials and an unreachable registry need different fixes.',
  see: PULL_PAGES,
  example: {
    phase: 'Pending',
    status: yaml`
      ready: false
      restartCount: 0
      state:
        waiting:
          reason: ImagePullBackOff
          message: "Back-off pulling image \"registry.example.com/shop/cart:1.4.2\": ErrImagePull: registry.example.com/shop/cart:1.4.2: not found"
    `,
  },
  match: (container, pod, evidence) =>
    waitsFor(container, 'ImagePullBackOff') ? matchPull(container, pod, evidence) : undefined,
});

import { parseImage } from '../../../kubernetes/text/image-reference';
import { showState, waitsFor } from '../../evidence/pod-view';
import { describe } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { forContainers } from '../container-diagnosis';
import { yaml } from '../yaml';

export const INVALID_IMAGE_NAME = forContainers({
  id: 'InvalidImageName',
  initId: 'Init:InvalidImageName',
  topic: 'images',
  patience: { seconds: 0 },
  title: "The container's image reference is malformed",
  why: 'The API server does not parse image references; the kubelet does, and gives up at once on a malformed one. It does not retry until the pod is replaced.',
  fix: 'Write the reference as registry/repository:tag: no scheme, no capital letters in the repository.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  example: {
    phase: 'Pending',
    container: yaml`
      command: [serve]
    `,
    status: yaml`
      ready: false
      restartCount: 0
      state:
        waiting:
          reason: InvalidImageName
          message: "Failed to apply default image tag \"https://docker.io/nginx\": couldn't parse image reference"
    `,
  },
  match(container, pod) {
    if (!waitsFor(container, 'InvalidImageName')) return undefined;
    const { image } = container.spec;
    const parsed = parseImage(image ?? '');
    const why = typeof parsed === 'string' ? `: ${parsed}` : '';
    return {
      cause: `container ${inQuotes(container.name)} names the image ${inQuotes(image)}, which is not an image reference${image?.includes('://') ? ': it begins with a scheme' : why}`,
      proof: [showState(container)],
      command: describe(pod.ref),
      field: `${container.field}.image`,
      preventedBy: 'image-reference-is-valid',
    };
  },
});

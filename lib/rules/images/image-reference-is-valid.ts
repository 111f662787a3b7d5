import { parseImage } from '../../kubernetes/text/image-reference';
import { allContainers } from '../../kubernetes/views/pod-template';
import { isPlaceholder } from '../reading/images';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const imageReferenceIsValid = defineRule({
  id: 'image-reference-is-valid',
  topic: 'images',
  since: '0.1.0',
  severity: 'error',
  title: 'An image reference can be read',
  why: 'The API server takes any text for an image. The kubelet has to read it as registry, repository, tag and digest; where it cannot, the pod ends in InvalidImageName.',
  fix: 'Write `registry/repository:tag` in lower-case letters; only the tag may have capitals.',
  see: [
    'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    'https://github.com/distribution/reference/blob/main/reference.go',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/Shop/web:1.4.2' }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/shop/web:1.4.2' }]
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const { name, image, path } of allContainers(workload.template)) {
      const problem = image === undefined || image === '' || isPlaceholder(image) ? undefined : parseImage(image);
      if (typeof problem !== 'string') continue;
      yield {
        message: `image "${image}" of container "${name}" cannot be read: ${problem}`,
        path: `${path}.image`,
        container: name,
        fix: problem.includes('; write ') ? '' : undefined,
      };
    }
  },
});

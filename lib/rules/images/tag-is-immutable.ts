import { imagesOf, looksMoving } from '../reading/images';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const tagIsImmutable = defineRule({
  id: 'tag-is-immutable',
  topic: 'images',
  since: '0.1.0',
  severity: 'info',
  title: 'A tag that moves is not kept on the nodes',
  why: 'A branch, a channel, a bare major version or the name of a distribution is pushed again and again. With IfNotPresent a node keeps the build that it pulled first, so nodes differ, and a fix that was pushed under the tag does not arrive.',
  fix: 'Write the full version or the digest; or pull such a tag with `imagePullPolicy: Always`.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#updating-images'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: cache }
spec:
  selector: { matchLabels: { app: cache } }
  template:
    metadata: { labels: { app: cache } }
    spec:
      containers: [{ name: redis, image: 'redis:7-alpine' }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: cache }
spec:
  selector: { matchLabels: { app: cache } }
  template:
    metadata: { labels: { app: cache } }
    spec:
      containers: [{ name: redis, image: 'redis:7.4.1-alpine' }]
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const { container, image, reference, pullPolicy } of imagesOf(workload.template)) {
      if (pullPolicy !== 'IfNotPresent' || reference.digest !== undefined || reference.tag === undefined) continue;
      if (!looksMoving(reference.tag)) continue;
      yield {
        message: `tag "${reference.tag}" of image "${image}" moves, and with the pull policy IfNotPresent container "${container.name}" runs what its node pulled first`,
        path: `${container.path}.image`,
        container: container.name,
      };
    }
  },
});

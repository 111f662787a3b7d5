import { writtenPath } from '../reading/field';
import { imagesOf, looksImmutable } from '../reading/images';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const pullPolicyNeedsNoRegistry = defineRule({
  id: 'pull-policy-needs-no-registry',
  topic: 'images',
  since: '0.1.0',
  severity: 'info',
  title: 'An image that never changes is not pulled again',
  why: 'With the pull policy Always each start asks the registry, though a digest or a release is the same as what the node has: while the registry is away or limits its rate, no pod can be started or restarted.',
  fix: 'Use the pull policy `IfNotPresent`.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          imagePullPolicy: Always
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
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          imagePullPolicy: IfNotPresent
`,
  looksAt: isRunning,
  *check(object) {
    for (const { container, image, reference, pullPolicy } of imagesOf(object.workload.template)) {
      if (pullPolicy !== 'Always') continue;
      if (reference.digest === undefined && !looksImmutable(reference.tag ?? '')) continue;
      yield {
        message: `image "${image}" of container "${container.name}" does not change, and the pull policy Always makes each start need the registry`,
        path: writtenPath(object, `${container.path}.imagePullPolicy`, `${container.path}.image`),
        container: container.name,
      };
    }
  },
});

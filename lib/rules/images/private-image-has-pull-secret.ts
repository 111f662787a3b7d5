import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { listOf, stringOf } from '../../kubernetes/views/json';
import { imagesOf } from '../reading/images';
import { isRunning } from '../reading/subjects';
import { defineRule, type RuleContext } from '../rule';

export const privateImageHasPullSecret = defineRule({
  id: 'private-image-has-pull-secret',
  topic: 'images',
  since: '0.1.0',
  severity: 'info',
  title: 'An image of a private registry has a pull secret',
  why: 'A registry that is listed as private refuses a pull without credentials: on each node that does not hold the image yet the pod ends in ImagePullBackOff.',
  fix: 'Name the secret under `imagePullSecrets`, of the pod or of its ServiceAccount. Where the nodes bring credentials themselves, do not list the registry as private.',
  see: ['https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'private.example.com/web:1.4.2' }]
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
      imagePullSecrets: [{ name: registry }]
      containers: [{ name: web, image: 'private.example.com/web:1.4.2' }]
`,
  looksAt: (object, context): object is WorkloadObject =>
    context.privateRegistries.length > 0 && isRunning(object, context),
  *check(object, context) {
    const { template } = object.workload;
    if (listOf(template.spec.imagePullSecrets).length > 0 || accountHasSecret(object, context)) return;
    for (const { container, image, reference } of imagesOf(template)) {
      const name = `${reference.registry ?? 'docker.io'}/${reference.repository}`;
      const registry = context.privateRegistries.find((each) => name.startsWith(`${each.replace(/\/$/, '')}/`));
      if (registry === undefined) continue;
      yield {
        message: `image "${image}" of container "${container.name}" is from the private registry "${registry}", and neither pod nor ServiceAccount has a pull secret`,
        path: `${container.path}.image`,
        container: container.name,
      };
    }
  },
});

function accountHasSecret({ workload, namespace }: WorkloadObject, { set }: RuleContext): boolean {
  const { serviceAccountName, serviceAccount } = workload.template.spec;
  const name = stringOf(serviceAccountName) || stringOf(serviceAccount) || 'default';
  return set
    .named('ServiceAccount', namespace, name, '')
    .some(({ manifest }) => listOf(manifest.imagePullSecrets).length > 0);
}

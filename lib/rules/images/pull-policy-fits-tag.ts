import { changeField } from '../../fixing/change';
import { onContainer } from '../../fixing/on-container';
import { imagesOf, isLatest } from '../reading/images';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const pullPolicyFitsTag = defineRule({
  id: 'pull-policy-fits-tag',
  topic: 'images',
  since: '0.1.0',
  severity: 'warning',
  title: 'A moving image is pulled at each start',
  why: 'With the tag latest, or none, and a pull policy that keeps what the node has, each node runs the build it happened to pull first: two replicas of one workload differ, and nobody sees it.',
  fix: 'Write the tag of a release; or else leave the pull policy out, which is then Always.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#updating-images'],
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
          image: registry.example.com/web:latest
          imagePullPolicy: IfNotPresent
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
  *check({ workload }) {
    for (const { container, image, reference, pullPolicy } of imagesOf(workload.template)) {
      if (!isLatest(reference) || pullPolicy === 'Always') continue;
      yield {
        message: `image "${image}" of container "${container.name}" moves, and with the pull policy ${pullPolicy} each node keeps the build that it has`,
        path: `${container.path}.imagePullPolicy`,
        about: [`${container.path}.imagePullPolicy`, `${container.path}.image`],
        container: container.name,
      };
    }
  },
  autofix: onContainer(({ path, imagePullPolicy }) =>
    imagePullPolicy === 'Never'
      ? { because: '"Never" is written by choice: the image may be nowhere but on the nodes' }
      : changeField(`${path}.imagePullPolicy`, 'Always'),
  ),
});

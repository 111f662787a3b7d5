import { allContainers } from '../../kubernetes/views/pod-template';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const pullPolicyNeverIsMeant = defineRule({
  id: 'pull-policy-never-is-meant',
  topic: 'images',
  since: '0.1.0',
  severity: 'warning',
  title: 'An image can be pulled',
  why: 'With the pull policy Never the pod starts only on nodes that hold the image already. On any other, a new one above all, it ends in ErrImageNeverPull.',
  fix: 'Use `IfNotPresent`. Where every node is loaded with the image beforehand, acknowledge this with that reason.',
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
          imagePullPolicy: Never
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
    for (const { name, imagePullPolicy, path } of allContainers(workload.template)) {
      if (imagePullPolicy !== 'Never') continue;
      yield {
        message: `container "${name}" never pulls its image, so it fails on a node that lacks it`,
        path: `${path}.imagePullPolicy`,
        container: name,
      };
    }
  },
});

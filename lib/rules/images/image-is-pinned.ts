import { imagesOf, isLatest } from '../reading/images';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const imageIsPinned = defineRule({
  id: 'image-is-pinned',
  topic: 'images',
  since: '0.1.0',
  severity: 'warning',
  title: 'An image names its version',
  why: 'An image without tag, or with the tag latest, is whatever was pushed last when the node pulled it: pods of one Deployment run different builds, a restart can bring an untested one, and there is no older version to roll back to.',
  fix: 'Write the tag of a release, or the digest of a build: `registry.example.com/web:1.4.2`.',
  see: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: report, image: 'registry.example.com:5000/report' }
`,
  good: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: report, image: 'registry.example.com:5000/report:2.0.1' }
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const { container, image, reference } of imagesOf(workload.template)) {
      if (!isLatest(reference)) continue;
      const what = reference.tag === undefined ? 'has neither tag nor digest' : 'has the tag latest';
      yield {
        message: `image "${image}" of container "${container.name}" ${what}, so each node runs what was newest when it pulled`,
        path: `${container.path}.image`,
        container: container.name,
      };
    }
  },
});

import { listOf, objectOf } from '../../kubernetes/views/json';
import { annotationsOf } from '../../kubernetes/views/manifest';
import { writtenPath } from '../reading/field';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

/** A file of its node stands behind the pod, or Helm makes and deletes it. */
const MADE_OTHERWISE = ['kubernetes.io/config.mirror', 'helm.sh/hook'];

export const podHasAController = defineRule({
  id: 'pod-has-a-controller',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'warning',
  title: 'A pod that is to keep running has a controller',
  why: 'A bare pod dies with its node: nothing creates it anew after a node failure, a drain or an eviction, and nothing rolls it when its image changes.',
  fix: 'Make it the template of a Deployment or StatefulSet; or set `restartPolicy: Never` for what runs once.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers'],
  bad: `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
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
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  looksAt: (object, context) => isRunning(object, context) && object.workload.kind === 'Pod',
  *check(object) {
    const { manifest, workload } = object;
    if (workload?.template.restartPolicy !== 'Always') return;
    const isOwned = listOf(objectOf(manifest.metadata).ownerReferences).length > 0;
    if (isOwned || MADE_OTHERWISE.some((key) => annotationsOf(manifest)[key] !== undefined)) return;
    yield {
      message: 'the pod has no controller, so nothing creates it anew when its node is lost or drained',
      path: writtenPath(object, 'spec.restartPolicy', 'spec'),
    };
  },
});

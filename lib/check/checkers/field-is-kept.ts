import { covers, droppedFields } from '../../admission';
import { endOfPath } from '../../kubernetes/text/field-path';
import { valueAtPath } from '../../kubernetes/views/json';
import { defineEntry } from '../catalogue-entry';
import { eachObject } from '../each-object';

/** Without these the pod starts and stops otherwise than its manifest says. */
const LIFECYCLE = /\.lifecycle\b|Probe\b|\.initContainers\[\d+\]\.restartPolicy$/;

export const FIELD_IS_KEPT = defineEntry({
  id: 'field-is-kept',
  topic: 'objects',
  since: '0.1.0',
  severity: 'warning',
  title: 'The API server keeps every field',
  why: 'A field whose feature is off by default in the target version is dropped without a word: the object is created, and behaves as if the field were not there. A dropped hook, probe or sidecar policy is an error.',
  fix: 'Leave the field out, or target a version in which its feature is on by default.',
  see: ['https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/'],
  bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  replicas: 3
  serviceName: db
  updateStrategy:
    rollingUpdate: { maxUnavailable: 2 }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: postgres, image: 'postgres:16.4' }]
`,
  good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  replicas: 3
  serviceName: db
  updateStrategy:
    rollingUpdate: { partition: 0 }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: postgres, image: 'postgres:16.4' }]
`,
});

/** Says which fields the API server drops. */
export const keptFields = eachObject(FIELD_IS_KEPT, ({ manifest }, { version }) => {
  if (!covers(manifest)) return undefined;
  // What the API server filled in and then dropped is nobody's loss.
  const dropped = droppedFields(manifest, version).filter((path) => valueAtPath(manifest, path) !== undefined);
  return dropped.map((path) => ({
    message: `field ${endOfPath(path)} is dropped in silence by Kubernetes ${version}, where its feature is off by default`,
    path,
    severity: LIFECYCLE.test(path) ? 'error' : 'warning',
  }));
});

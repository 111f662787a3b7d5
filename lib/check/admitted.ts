import { admit, covers } from '../admission';
import { defineRule } from '../rules/rule';

export const admitted = defineRule({
  id: 'admitted',
  severity: 'error',
  title: 'The API server accepts the object',
  why: 'What the API server of the target version refuses is never created: an apply stops there, half of it done. The check is that of the API server itself, with strict field validation, after its defaulting.',
  fix: 'Change the field as the message says; for a field that the target version does not know, check its spelling and its place.',
  see: [
    'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
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
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 70000 }]
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
          ports: [{ containerPort: 7000 }]
`,
  looksAt: ({ manifest, ref }, { version }) => {
    if (covers(manifest)) return true;
    // Of kinds that are not covered it is known whether their apiVersion is still served; a text without apiVersion and
    // kind is no object at all.
    return (ref.apiVersion !== null || ref.kind !== null) && admit(manifest, version).length > 0;
  },
  *check({ manifest }, { version }) {
    for (const { path, message, fix } of admit(manifest, version)) {
      yield { message: `Kubernetes ${version} refuses it: ${message}`, path, fix };
    }
  },
});

/** A Deployment that breaks two rules. */
export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web
          ports: [{ containerPort: 8080 }]
`;
/** The same, one finding accepted. */
const ACCEPTED = WEB.replaceAll('web', 'api').replace(
  '- name: api',
  '- name: api # cdk8s-lifecycle-acknowledge prestop-exists: see "A & B" <1>',
);
/** A file with an odd name, one that does not parse, one that is clean. */
export const FILES = {
  'k8s/a b,c:d%.yaml': WEB,
  'k8s/api.yaml': ACCEPTED,
  'k8s/bad.yaml': 'a: b: c',
  'k8s/cm.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: clean }\n',
};
export const RULES = ['--rules', 'prestop-exists,image-is-pinned'];

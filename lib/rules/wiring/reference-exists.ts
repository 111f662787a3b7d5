import type { ManifestSet } from '../../kubernetes/set/manifest-set';
import { rememberPerSet } from '../../kubernetes/set/remember';
import { objectOf, stringOf } from '../../kubernetes/views/json';
import { type Reference, referencesOf } from '../../workloads/references';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

/** What every namespace has without a manifest: from Kubernetes, Istio and OpenShift. */
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  'ServiceAccount/default',
  'ConfigMap/kube-root-ca.crt',
  'ConfigMap/istio-ca-root-cert',
  'ConfigMap/openshift-service-ca.crt',
]);

export const referenceExists = defineRule({
  id: 'reference-exists',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'info',
  title: 'What a pod names is there',
  why: 'A pod that names a ConfigMap, Secret, claim or ServiceAccount which is not there does not start: it waits in CreateContainerConfigError or ContainerCreating. Where the set holds others of the kind, a missing one is often misspelled.',
  fix: 'Correct the name, or add the object; where something else creates it, acknowledge this with that reason.',
  see: ['https://kubernetes.io/docs/concepts/configuration/configmap/'],
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { mode: fast }
---
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
          envFrom: [{ configMapRef: { name: setting } }]
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { mode: fast }
---
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
          envFrom: [{ configMapRef: { name: settings } }]
`,
  looksAt: isRunning,
  *check(object, { set }) {
    const told = new Set<string>();
    for (const reference of referencesOf(object.workload.template)) {
      const key = `${reference.kind}/${reference.name}`;
      if (told.has(key) || isThere(set, object.namespace, reference)) continue;
      told.add(key);
      yield {
        message: `the pod names ${reference.kind} "${reference.name}", which is not there, though others of its kind are`,
        path: reference.path,
        container: reference.container,
      };
    }
  },
});

function isThere(set: ManifestSet, namespace: string, { kind, name }: Reference): boolean {
  if (ALWAYS_THERE.has(`${kind}/${name}`) || set.ofKind(kind, '').length === 0) return true;
  if (set.named(kind, namespace, name, '').length > 0) return true;
  return kind === 'Secret' && madeSecrets(set).has(`${namespace}/${name}`);
}

/** Secrets that an object of the set makes in the cluster: a SealedSecret, an ExternalSecret, a Certificate. */
const madeSecrets = rememberPerSet((set) => {
  const made = [
    ...set.ofKind('SealedSecret').map(({ namespace, ref }) => `${namespace}/${ref.name}`),
    ...set.ofKind('ExternalSecret').map(({ namespace, ref, manifest }) => {
      const target = stringOf(objectOf(objectOf(manifest.spec).target).name);
      return `${namespace}/${target ?? ref.name}`;
    }),
    ...set.ofKind('Certificate').map(({ namespace, manifest }) => {
      return `${namespace}/${stringOf(objectOf(manifest.spec).secretName)}`;
    }),
  ];
  return new Set(made);
});

import type { ManifestSet, SetObject } from '../../kubernetes/set/manifest-set';
import { stringMapOf } from '../../kubernetes/views/json';
import { allContainers } from '../../kubernetes/views/pod-template';
import { secretNameOf } from '../reading/secret-names';
import { secretShapeOf } from '../reading/secret-shapes';
import { isSecretValue } from '../reading/secret-values';
import { defineRule, type Violation } from '../rule';

/** A key of a ConfigMap that can be the name of a variable; any other is that of a file. */
const VARIABLE = /^[A-Za-z_]\w*$/;

const FOR_FILES =
  'Put the file into a Secret and mount that (`secretFiles` of the constructs); replace a value that has been committed.';

export const secretIsReferenced = defineRule({
  id: 'secret-is-referenced',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'warning',
  title: 'A secret is referenced, not written',
  why: 'Whoever can read the manifest, its repository or the pod reads a password that is written into an environment variable or a ConfigMap; a Secret has its own permissions and its own way into the cluster. Told by the name of the variable or by the look of the value, which no report prints. A default such as `changeme` counts: it is the password that the app then has.',
  fix: 'Put the value into a Secret and name it with `valueFrom.secretKeyRef` (`EnvValue.fromSecret` in the constructs); replace a value that has been committed.',
  see: [
    'https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/#define-container-environment-variables-using-secret-data',
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
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
          env: [{ name: DB_PASSWORD, value: hunter2 }]
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
          env:
            - name: DB_PASSWORD
              valueFrom: { secretKeyRef: { name: web, key: password } }
`,
  looksAt: ({ workload, ref }) => workload !== undefined || (ref.kind === 'ConfigMap' && ref.apiVersion === 'v1'),
  *check(object, { set }) {
    yield* inVariables(object, set);
    if (object.workload !== undefined) return;
    for (const [key, text] of Object.entries(stringMapOf(object.manifest.data))) {
      const isVariable = VARIABLE.test(key) && !text.includes('\n');
      const seen = isVariable ? seenIn(key, text, object, set) : secretShapeOf(text);
      if (seen !== undefined)
        yield {
          message: `key "${key}" holds ${seen} in plain text`,
          path: `data[${key}]`,
          fix: isVariable ? undefined : FOR_FILES,
        };
    }
  },
});

function* inVariables(object: SetObject, set: ManifestSet): Iterable<Violation> {
  if (object.workload === undefined) return;
  for (const container of allContainers(object.workload.template)) {
    for (const { name, value, path } of container.env) {
      const seen = value === undefined ? undefined : seenIn(name, value, object, set);
      if (seen === undefined) continue;
      yield {
        message: `variable "${name}" of container "${container.name}" holds ${seen} in plain text`,
        path: `${path}.value`,
        container: container.name,
      };
    }
  }
}

/** What a variable seems to hold; undefined where it is no secret, or only the name of a Secret in the set. */
function seenIn(name: string, value: string, { namespace }: SetObject, set: ManifestSet): string | undefined {
  const shape = secretShapeOf(value);
  if (shape !== undefined) return shape;
  const named = secretNameOf(name);
  if (named === undefined || !isSecretValue(value, named)) return undefined;
  return set.named('Secret', namespace, value, '').length > 0 ? undefined : `a ${named}`;
}

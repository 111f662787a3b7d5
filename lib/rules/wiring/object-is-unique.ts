import { objectOf } from '../../kubernetes/views/json';
import { describeRef, type Manifest } from '../../kubernetes/views/manifest';
import { defineRule } from '../rule';

export const objectIsUnique = defineRule({
  id: 'object-is-unique',
  topic: 'wiring',
  since: '0.1.0',
  severity: 'error',
  title: 'An object stands only once in a file or app',
  why: 'Two objects of one kind, namespace and name are one object to the cluster: the one applied last overwrites the other, and whatever only the first said is lost.',
  fix: 'Give one of the two another name, or remove it.',
  see: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { mode: fast }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { colour: blue }
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { mode: fast }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: colours }
data: { colour: blue }
`,
  looksAt: ({ manifest, ref }) => ref.kind !== null && typeof nameOf(manifest) === 'string',
  *check(object, { set }) {
    const first = set.variantsOf(object).find((variant) => variant.origin === object.origin);
    if (first === undefined || first === object) return;
    yield {
      message: `${describeRef(object.ref)} stands twice, and the later one overwrites the earlier`,
      path: 'metadata.name',
    };
  },
});

/** An object with `generateName` alone gets a new name each time. */
function nameOf(manifest: Manifest) {
  return objectOf(manifest.metadata).name;
}

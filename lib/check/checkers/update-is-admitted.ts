import { admit, admitUpdate } from '../../admission';
import { identityOf, refOf } from '../../kubernetes/views/manifest';
import { defineEntry } from '../catalogue-entry';
import type { Checker } from '../checker';
import { eachObject } from '../each-object';

export const UPDATE_IS_ADMITTED = defineEntry({
  id: 'update-is-admitted',
  topic: 'objects',
  since: '0.1.0',
  severity: 'error',
  title: 'The API server accepts the object in the place of the one it replaces',
  why: 'Some fields cannot be changed once an object is there: selectors, volume claim templates, the pod template of a Job. The rollout then stops at the first such object, half done. It is checked where the objects that are replaced are given, with `lint --against`.',
  fix: 'Give the changed object a new name, or take the change back; where the object may be gone for a while, delete it first.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates'],
  before: `
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
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web, tier: front } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.3' }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.3' }]
`,
});

/** Compares objects with those they replace. What is refused already when an object is created is left to {@link admit}. */
export const update: Checker = (set, context) => {
  const { previous = [] } = context;
  const byIdentity = new Map(previous.map((manifest) => [identityOf(refOf(manifest)), manifest]));
  return eachObject(UPDATE_IS_ADMITTED, ({ manifest }, { version }) => {
    const old = byIdentity.get(identityOf(refOf(manifest)));
    if (old === undefined) return undefined;
    const known = new Set(admit(manifest, version).map(({ message }) => message));
    return admitUpdate(old, manifest, version)
      .filter(({ message }) => !known.has(message))
      .map(({ path, message, fix }) => ({ path, message, fix }));
  })(set, context);
};

import { admit, admitPods, covers, type Rejection, WHOLE } from '../../admission';
import { endOfPath } from '../../kubernetes/text/field-path';
import { defineEntry } from '../catalogue-entry';
import { eachObject } from '../each-object';
import { withoutSecret } from './hidden-value';

export const ADMITTED = defineEntry({
  id: 'admitted',
  topic: 'objects',
  since: '0.1.0',
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
});

/** Says what the API server refuses when the object is created. */
export const admission = eachObject(ADMITTED, ({ manifest, ref }, { version }) => {
  // Of kinds that are not covered it is known whether their apiVersion is still served; a text without apiVersion and
  // kind is no object at all.
  if (!covers(manifest) && ref.apiVersion === null && ref.kind === null) return undefined;
  const rejections = admit(manifest, version);
  if (!covers(manifest) && rejections.length === 0) return undefined;
  const ofObject = oncePerValue(rejections).map((rejection) => {
    const { path, fix = fixFor(rejection), about = [path] } = rejection;
    const why = withoutSecret(predicateOf(rejection), path, manifest);
    return { message: `Kubernetes ${version} refuses it: ${why}`, path: path === WHOLE ? '' : path, fix, about };
  });
  const ofPods = admitPods(manifest, version).map((rejection) => {
    const { path } = rejection;
    const message = `Kubernetes ${version} accepts it and refuses its pods, so that its rollout stalls: ${predicateOf(rejection)}`;
    return { message, path, fix: fixFor(rejection), about: [path] };
  });
  return [...ofObject, ...ofPods];
});

/**
 * The API server says of a value that is not there that it is missing, and often that it has the wrong content as well; and
 * of a choice both what the field allows and what it allows here.
 */
function oncePerValue(rejections: readonly Rejection[]): readonly Rejection[] {
  const byPath = new Map<string, Rejection[]>();
  for (const each of rejections) byPath.set(each.path, [...(byPath.get(each.path) ?? []), each]);
  return [...byPath.values()].flatMap((ofOne) => {
    const missing = ofOne.find(({ kind, message, path }) => kind === 'Required' && message === `${path} is missing`);
    if (missing !== undefined) return [missing];
    const narrowest = ofOne.filter(({ kind }) => kind === 'NotSupported').at(-1);
    const messages = ofOne.map(({ message }) => message);
    return ofOne.filter(
      (each, index) => messages.indexOf(each.message) === index && (each.kind !== 'NotSupported' || each === narrowest),
    );
  });
}

/** The message with the end of its path alone, since a finding tells the path beside it. */
function predicateOf({ path, message }: Rejection): string {
  return path !== '' && message.startsWith(path) ? `${endOfPath(path)}${message.slice(path.length)}` : message;
}

/** Most messages say what is right; of a field that is not known it has to be found out. */
function fixFor({ kind, message }: Rejection): string {
  const isUnexplained = kind === 'UnknownField' && message.endsWith('is not a field of the API');
  return isUnexplained ? 'Check its spelling and its place.' : '';
}

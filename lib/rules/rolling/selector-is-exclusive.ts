import type { ManifestSet, WorkloadObject } from '../../kubernetes/set/manifest-set';
import { matches, selectorOf } from '../../kubernetes/set/selector';
import { describeRef } from '../../kubernetes/views/manifest';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const selectorIsExclusive = defineRule({
  id: 'selector-is-exclusive',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'error',
  title: "No two workloads select each other's pods",
  why: "Workloads whose selectors match each other's pods cannot be told apart by Services, budgets, autoscalers and spreading: an HPA averages over both, a Service sends to both, and a controller may adopt the other's orphans. Across files it is a warning, since they may be alternatives.",
  fix: 'Give each workload a label of its own, in its selector and its pod template. A selector cannot be changed in place: the workload has to be created anew.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers: [{ name: worker, image: 'registry.example.com/worker:1.4.2' }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop, component: web } }
  template:
    metadata: { labels: { app: shop, component: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: shop, component: worker } }
  template:
    metadata: { labels: { app: shop, component: worker } }
    spec:
      containers: [{ name: worker, image: 'registry.example.com/worker:1.4.2' }]
`,
  looksAt: isLongRunning,
  *check(object, context) {
    const rival = rivalBefore(context.set, object, (other): other is WorkloadObject => isLongRunning(other, context));
    if (rival === undefined) return;
    yield {
      // Files of one folder may be alternatives of which one is applied.
      severity: rival.origin === object.origin ? 'error' : 'warning',
      message: `${describeRef(object.ref)} and ${describeRef(rival.ref)} select each other's pods`,
      path: 'spec.selector',
      about: ['spec.selector'],
    };
  },
});

/** The first workload before this one in the set with which it shares pods: each pair is told once, on the later. */
function rivalBefore(
  set: ManifestSet,
  object: WorkloadObject,
  isRunning: (other: ManifestSet['objects'][number]) => other is WorkloadObject,
): WorkloadObject | undefined {
  const { selector, template } = object.workload;
  if (selector === undefined) return undefined;
  for (const other of set.selects(selectorOf(selector), object.namespace)) {
    if (other === object) return undefined;
    if (other.identity === object.identity || !isRunning(other) || other.workload.selector === undefined) continue;
    if (areAlternatives(object, other)) continue;
    if (matches(selectorOf(other.workload.selector), template.labels)) return other;
  }
  return undefined;
}

/** A DaemonSet in one file and a Deployment in another, or two of one name: only one of them is meant to be applied. */
function areAlternatives(one: WorkloadObject, other: WorkloadObject): boolean {
  if (one.origin === other.origin) return false;
  const folderOf = ({ origin }: WorkloadObject) => origin.slice(0, origin.lastIndexOf('/') + 1);
  return one.ref.name === other.ref.name || one.ref.kind !== other.ref.kind || folderOf(one) !== folderOf(other);
}

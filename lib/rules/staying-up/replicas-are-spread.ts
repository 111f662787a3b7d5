import { changeField } from '../../fixing/change';
import { matches, selectorOf } from '../../kubernetes/set/selector';
import { count } from '../../kubernetes/text/count';
import { isObject, type Json, objectOf, objectsOf } from '../../kubernetes/views/json';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { standingReplicas } from '../../workloads/replicas';
import { ownSelector } from '../fixes/own-selector';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const replicasAreSpread = defineRule({
  id: 'replicas-are-spread',
  topic: 'staying-up',
  since: '0.1.0',
  severity: 'info',
  title: 'Replicas are spread over nodes',
  why: 'The scheduler may put all replicas on one node, and the loss of that node is then the loss of all. Its built-in preference is weak and is overruled by image locality and free resources. Most published manifests leave it out, so this is only info.',
  fix: 'Add `topologySpreadConstraints` over `kubernetes.io/hostname` and `topology.kubernetes.io/zone` with `whenUnsatisfiable: ScheduleAnyway` and the labels of the pods.',
  see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: other } }
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { app: web } }
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  looksAt: isLongRunning,
  *check(object, { set }) {
    const { template } = object.workload;
    const replicas = standingReplicas(set, object) ?? 0;
    if (replicas < 2 || isSpread(template) || keepsApart(template)) return;
    yield {
      message: `${count(replicas, 'replica')} may share one node: no topology spread and no anti-affinity matches the labels of the pods`,
      path: template.path,
    };
  },
  autofix(object) {
    const labelSelector = ownSelector(object);
    if (labelSelector === undefined) return { because: 'its pods have no labels' };
    const { topologyKeys, maxSkew, whenUnsatisfiable } = DEFAULTS.topologySpread.value;
    const constraints = topologyKeys.map((topologyKey) => ({ maxSkew, topologyKey, whenUnsatisfiable, labelSelector }));
    return changeField(`${object.workload.template.path}.topologySpreadConstraints`, constraints);
  },
});

function isSpread({ spec, labels }: PodTemplate): boolean {
  return objectsOf(spec.topologySpreadConstraints).some(({ item }) => selects(item.labelSelector, labels));
}

function keepsApart({ spec, labels }: PodTemplate): boolean {
  const antiAffinity = objectOf(objectOf(spec.affinity).podAntiAffinity);
  const required = objectsOf(antiAffinity.requiredDuringSchedulingIgnoredDuringExecution).map(({ item }) => item);
  const preferred = objectsOf(antiAffinity.preferredDuringSchedulingIgnoredDuringExecution).map(({ item }) =>
    objectOf(item.podAffinityTerm),
  );
  return [...required, ...preferred].some((term) => selects(term.labelSelector, labels));
}

/** A selector that is left out matches nothing here; the empty one matches all. */
function selects(selector: Json | undefined, labels: PodTemplate['labels']): boolean {
  return isObject(selector) && matches(selectorOf(selector), labels);
}

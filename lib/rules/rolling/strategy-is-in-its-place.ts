import { isObject, objectOf } from '../../kubernetes/views/json';
import type { Workload, WorkloadKind } from '../../kubernetes/views/workload';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

type Field = 'strategy' | 'updateStrategy';

const RIGHT_FIELD: Readonly<Partial<Record<WorkloadKind, Field>>> = {
  Deployment: 'strategy',
  DeploymentConfig: 'strategy',
  Rollout: 'strategy',
  StatefulSet: 'updateStrategy',
  DaemonSet: 'updateStrategy',
};

export const strategyIsInItsPlace = defineRule({
  id: 'strategy-is-in-its-place',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'error',
  title: 'The update strategy stands where it is read',
  why: 'A `strategy` inside the pod template, or under the name of another kind, is ignored unless fields are validated strictly: the workload is updated by the defaults while its manifest says otherwise.',
  fix: 'Write `spec.strategy` on a Deployment, and `spec.updateStrategy` on a StatefulSet or DaemonSet.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies',
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
      strategy: { rollingUpdate: { maxUnavailable: 0 } }
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  strategy: { rollingUpdate: { maxUnavailable: 0 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: 'registry.example.com/web:1.4.2' }]
`,
  looksAt: isRunning,
  *check({ workload }) {
    const right = RIGHT_FIELD[workload.kind];
    for (const { path, field } of misplaced(workload, right)) {
      yield {
        message: `field "${field}" is ignored in this place${right === undefined ? ` (a ${workload.kind} has none)` : `: a ${workload.kind} has it at spec.${right}`}`,
        path,
        fix: right === undefined ? 'Remove it.' : 'Move it there.',
        about: [path],
      };
    }
  },
});

function* misplaced(workload: Workload, right: Field | undefined) {
  const { manifest, spec, template } = workload;
  const holders = [
    { holder: manifest, path: '', own: undefined },
    { holder: spec, path: 'spec.', own: right },
    { holder: templateOf(workload), path: `${template.templatePath}.`, own: undefined },
    { holder: template.spec, path: `${template.path}.`, own: undefined },
  ];
  const seen = new Set<unknown>();
  for (const { holder, path, own } of holders) {
    if (seen.has(holder)) continue;
    seen.add(holder);
    for (const field of ['strategy', 'updateStrategy'] as const) {
      if (field !== own && isObject(holder[field])) yield { path: `${path}${field}`, field };
    }
  }
}

function templateOf({ kind, spec, job, manifest }: Workload) {
  return kind === 'Pod' ? manifest : objectOf((job?.spec ?? spec).template);
}

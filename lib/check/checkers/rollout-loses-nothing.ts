import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import type { Hazard } from '../../rollout/bounds/hazard';
import { certainLosses } from '../../rollout/certain-loss';
import { writtenPath } from '../../rules/reading/field';
import { isServed } from '../../rules/reading/subjects';
import type { RuleContext } from '../../rules/rule';
import { servingOf } from '../../workloads/serving';
import { updateStrategyOf } from '../../workloads/update-strategy';
import { defineEntry } from '../catalogue-entry';
import { eachObject } from '../each-object';

export const ROLLOUT_LOSES_NOTHING = defineEntry({
  id: 'rollout-loses-nothing',
  topic: 'rolling',
  since: '0.1.0',
  severity: 'error',
  title: 'A rollout loses no request when all goes as usual',
  why: 'The rollout simulator has gone through a rolling update of this workload with every assumption at its typical value (how long routers lag, how long the app starts), and requests are lost in every run: no luck is needed for the outage. Where the finding of another rule names the cause (no readiness probe, a short preStop sleep), that one is told, as an error.',
  fix: 'Change what the message names; `cdk8s-lifecycle simulate` tells the whole story with its times.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  strategy: { type: Recreate }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
});

/** Says which requests a rollout loses with every assumption at its typical value. */
export const rollout = eachObject(ROLLOUT_LOSES_NOTHING, (object, context) => {
  if (!isServed(object, context)) return undefined;
  const { set, version, route } = context;
  return certainLosses(set, object, { version, route }).map((hazard) => ({
    message: `a rollout loses requests for certain: ${hazard.why}`,
    path: placeOf(hazard, object, context),
    about: [fieldOf(hazard, object, context)],
    consequence: 'a rollout loses requests for certain',
    fix: `${hazard.fix.charAt(0).toUpperCase()}${hazard.fix.slice(1)}.`,
  }));
});

/** The field that decides about a loss, be it written or not: what the rule about it names as well. */
function fieldOf({ kind }: Hazard, object: WorkloadObject, { set }: RuleContext): string {
  const { template } = object.workload;
  const container = servingOf(set, object)?.container.path ?? template.path;
  switch (kind) {
    case 'closes-early':
      return `${container}.lifecycle.preStop`;
    case 'killed-early':
      return `${template.path}.terminationGracePeriodSeconds`;
    case 'starts-late':
    case 'never-answers':
      return `${container}.readinessProbe`;
    case 'registers-late':
      return 'spec.minReadySeconds';
    case 'too-few':
    case 'crash':
      return updateStrategyOf(object.workload)?.path ?? 'spec.replicas';
  }
}

/** What is refused or cut is the container's business, what is missing altogether that of the strategy. */
function placeOf({ cause }: Hazard, object: WorkloadObject, { set }: RuleContext): string {
  const { template } = object.workload;
  const strategy = updateStrategyOf(object.workload)?.path ?? 'spec';
  const container = servingOf(set, object)?.container.path ?? template.path;
  return cause === 'refused' || cause === 'cut' ? container : writtenPath(object, strategy, 'spec');
}

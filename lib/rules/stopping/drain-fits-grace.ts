import type { ManifestSet, WorkloadObject } from '../../kubernetes/set/manifest-set';
import type { Container } from '../../kubernetes/views/container';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { drainSecondsOf } from '../../workloads/drain-of';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { longestRequestOf } from '../../workloads/longest-request';
import { servingOf } from '../../workloads/serving';
import { raiseGrace } from '../fixes/raise-grace';
import { writtenPath } from '../reading/field';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const drainFitsGrace = defineRule({
  id: 'drain-fits-grace',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'The grace period leaves time for the longest request after preStop',
  why: 'After the preStop hook the app gets SIGTERM and finishes the requests that it has. What is not finished when the grace period ends is cut off. Where the longest request is not declared, 30 s are advised.',
  fix: 'Set `terminationGracePeriodSeconds` to the preStop sleep plus the longest request plus a margin of 10 s, and declare that request in the annotation `cdk8s-lifecycle/drain-seconds`.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations: { cdk8s-lifecycle/drain-seconds: '45' }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 50
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  annotations: { cdk8s-lifecycle/drain-seconds: '45' }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 65
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
  looksAt: isLongRunning,
  *check(object, { set }) {
    const declared = drainSecondsOf(object.manifest);
    const container = drained(set, object, declared !== undefined);
    if (container === undefined) return;
    // What a server is told itself is held by server-drain-fits-grace.
    if (declared === undefined && longestRequestOf(set, object, container) !== undefined) return;
    const sleep = container.preStop === undefined ? 0 : sleepSeconds(container.preStop);
    if (sleep === undefined) return;
    const { path, terminationGracePeriodSeconds: grace } = object.workload.template;
    const left = Math.max(0, grace - sleep);
    const drain = declared ?? DEFAULTS.drain.value;
    if (left >= drain) return;
    const needed = declared === undefined ? `a request may well take ${drain}s` : `its longest request takes ${drain}s`;
    yield {
      message: `container "${container.name}" has ${left}s to finish its requests${sleep === 0 ? '' : ` (${grace}s of grace less ${sleep}s of preStop)`}, and ${needed}`,
      path: writtenPath(object, `${path}.terminationGracePeriodSeconds`, container.path),
      container: container.name,
      severity: declared === undefined ? 'info' : 'warning',
      about: [`${path}.terminationGracePeriodSeconds`, `${container.path}.lifecycle.preStop`],
    };
  },
  autofix: raiseGrace,
});

/** The container that requests reach; where a drain is declared for what nothing serves, the first (a worker's). */
function drained(set: ManifestSet, object: WorkloadObject, isDeclared: boolean): Container | undefined {
  return servingOf(set, object)?.container ?? (isDeclared ? object.workload.template.containers[0] : undefined);
}

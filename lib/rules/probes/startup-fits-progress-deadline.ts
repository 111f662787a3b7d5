import { changeField } from '../../fixing/change';
import type { Probe } from '../../kubernetes/views/container';
import type { Workload } from '../../kubernetes/views/workload';
import { startupBudget } from '../../lifecycle/arithmetic/timing';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { steadyContainers } from '../../workloads/containers';
import { probesOf, timingPaths } from '../../workloads/probes';
import { writtenPath } from '../reading/field';
import { isRunningDeployment } from '../reading/subjects';
import { defineRule } from '../rule';

export const startupFitsProgressDeadline = defineRule({
  id: 'startup-fits-progress-deadline',
  topic: 'probes',
  since: '0.1.0',
  severity: 'warning',
  title: 'A pod may start within the progress deadline',
  why: 'A rollout is reported as failed when it has made no progress for progressDeadlineSeconds. Where a pod may take that long to start and to become available, a rollout that is well is reported as failed, and what waits for it gives up or rolls it back.',
  fix: 'Raise `progressDeadlineSeconds` above the start-up time that the probes allow and `minReadySeconds` together, or lower the failures of the probe.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  progressDeadlineSeconds: 120
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          startupProbe:
            httpGet: { path: /healthz, port: 8080 }
            periodSeconds: 5
            failureThreshold: 30
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  progressDeadlineSeconds: 240
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          startupProbe:
            httpGet: { path: /healthz, port: 8080 }
            periodSeconds: 5
            failureThreshold: 30
`,
  looksAt: isRunningDeployment,
  *check(object) {
    const { workload } = object;
    const slowest = slowestStart(workload);
    if (slowest === undefined) return;
    const { minReadySeconds: minReady, progressDeadlineSeconds: deadline } = workload;
    const budget = startupBudget(slowest.probe);
    if (deadline === undefined || budget + minReady < deadline) return;
    yield {
      message: `container "${slowest.name}" may take ${budget}s to start${minReady > 0 ? ` and ${minReady}s more to be available` : ''}, and a rollout without progress for ${deadline}s is reported as failed`,
      path: writtenPath(object, deadlinePath(workload), slowest.probe.path),
      container: slowest.name,
      about: [deadlinePath(workload), 'spec.minReadySeconds', ...timingPaths(slowest.probe)],
    };
  },
  autofix({ workload }) {
    const budgets = steadyContainers(workload.template).flatMap(probesOf).map(startupBudget);
    const needed = Math.max(0, ...budgets) + workload.minReadySeconds + DEFAULTS.progressHeadroom.value;
    return changeField(deadlinePath(workload), Math.max(DEFAULTS.progressDeadline.value, needed));
  },
});

/** The container that may take longest to start: by its startup probe, or by the liveness probe in its place. */
function slowestStart({ template }: Workload): { readonly name: string; readonly probe: Probe } | undefined {
  return steadyContainers(template)
    .flatMap(({ name, startupProbe, livenessProbe }) => {
      const probe = startupProbe ?? livenessProbe;
      return probe === undefined ? [] : [{ name, probe }];
    })
    .reduce<{ name: string; probe: Probe } | undefined>(
      (slowest, each) =>
        slowest === undefined || startupBudget(each.probe) > startupBudget(slowest.probe) ? each : slowest,
      undefined,
    );
}

function deadlinePath({ kind }: Workload): string {
  return kind === 'DeploymentConfig' ? 'spec.strategy.rollingParams.timeoutSeconds' : 'spec.progressDeadlineSeconds';
}

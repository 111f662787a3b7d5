import { MINIMUM_STOP_SECONDS } from '../../lifecycle/arithmetic/timing';
import { steadyContainers } from '../../workloads/containers';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { raiseGrace } from '../fixes/raise-grace';
import { writtenPath } from '../reading/field';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const prestopFitsGrace = defineRule({
  id: 'prestop-fits-grace',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'error',
  title: 'The preStop sleep fits into the grace period',
  why: 'The preStop hook runs inside terminationGracePeriodSeconds. Where it takes all of it, the app gets SIGTERM with 2 s left, and is then killed with its requests in flight.',
  fix: 'Set `terminationGracePeriodSeconds` to the sleep plus the longest request plus a margin of 10 s.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination'],
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
          lifecycle:
            preStop: { exec: { command: [sh, -c, 'sleep 45'] } }
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
      terminationGracePeriodSeconds: 90
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          lifecycle:
            preStop: { exec: { command: [sh, -c, 'sleep 45'] } }
`,
  looksAt: isRunning,
  *check(object) {
    const { template } = object.workload;
    const grace = template.terminationGracePeriodSeconds;
    for (const container of steadyContainers(template)) {
      const sleep = sleepSeconds(container.preStop);
      if (container.preStop === undefined || sleep === undefined || sleep === 0 || sleep < grace) continue;
      const gracePath = `${template.path}.terminationGracePeriodSeconds`;
      yield {
        message: `container "${container.name}" sleeps ${sleep}s in preStop, and its pod has ${grace}s to stop, so SIGTERM comes ${MINIMUM_STOP_SECONDS}s before SIGKILL`,
        path: writtenPath(object, container.preStop.path),
        container: container.name,
        about: [container.preStop.path, gracePath],
      };
    }
  },
  autofix: raiseGrace,
});

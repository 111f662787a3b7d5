import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const livenessProbeExists = defineRule({
  id: 'liveness-probe-exists',
  topic: 'probes',
  since: '0.1.0',
  severity: 'info',
  title: 'A container that runs for long has a liveness probe',
  why: 'A process that hangs does not exit, so nothing restarts it. Most published manifests leave the probe out, so this is only info: an app that exits when it is broken does well without one, and a bad liveness probe does more harm than none.',
  fix: 'Add a `livenessProbe` that asks the process alone, not what it depends on, and give it more time than the readiness probe.',
  see: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec:
      containers:
        - name: worker
          image: registry.example.com/worker:1.4.2
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec:
      containers:
        - name: worker
          image: registry.example.com/worker:1.4.2
          livenessProbe:
            exec: { command: [/app/alive] }
            timeoutSeconds: 5
            failureThreshold: 6
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    for (const container of workload.template.containers) {
      if (container.livenessProbe !== undefined) continue;
      yield {
        message: `container "${container.name}" has no liveness probe, so nothing restarts it when it hangs`,
        path: container.path,
        container: container.name,
      };
    }
  },
});

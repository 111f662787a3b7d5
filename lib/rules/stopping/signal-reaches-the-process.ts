import { steadyContainers } from '../../workloads/containers';
import { stoppingShell } from '../../workloads/stopping-shell';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const signalReachesTheProcess = defineRule({
  id: 'signal-reaches-the-process',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'SIGTERM reaches the app',
  why: 'SIGTERM goes to the first process of the container. Where that is a shell that has started the app as its child, the shell neither stops nor passes it on: the app learns nothing, and is killed with its requests in flight when the grace period ends.',
  fix: 'Write `exec` before the last command, so that the app takes the place of the shell.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    'https://docs.docker.com/reference/dockerfile/#shell-form-entrypoint-example',
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
          command: [/bin/sh, -c, 'cd /app && node server.js']
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
          command: [/bin/sh, -c, 'cd /app && exec node server.js']
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      const found = stoppingShell(container);
      if (found === undefined) continue;
      yield {
        message: `container "${container.name}" runs ${found.commands} commands in a shell with no \`exec\` before the last, so SIGTERM stops at the shell`,
        path: found.path,
        container: container.name,
      };
    }
  },
});

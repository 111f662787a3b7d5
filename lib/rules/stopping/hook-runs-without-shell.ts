import type { Container } from '../../kubernetes/views/container';
import { steadyContainers } from '../../workloads/containers';
import { probesOf } from '../../workloads/probes';
import { hasNoShell, needsShell } from '../../workloads/shell-less-images';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const hookRunsWithoutShell = defineRule({
  id: 'hook-runs-without-shell',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'Hooks and exec probes call what the image has',
  why: 'A distroless or scratch image has no shell and no `sleep`. A preStop hook that calls one fails at once, and termination goes on as if there were none; a probe that calls one never succeeds.',
  fix: 'Use the native `sleep` hook (Kubernetes 1.30 and newer), an `httpGet` hook or probe, or a program of the image itself.',
  see: [
    'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations',
    'https://github.com/GoogleContainerTools/distroless',
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
          image: gcr.io/distroless/nodejs22-debian12:nonroot
          lifecycle:
            preStop: { exec: { command: [/bin/sleep, '10'] } }
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
          image: gcr.io/distroless/nodejs22-debian12:nonroot
          lifecycle:
            preStop: { sleep: { seconds: 10 } }
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      if (!hasNoShell(container.image)) continue;
      for (const { what, path, command } of commandsOf(container)) {
        if (!needsShell(command)) continue;
        yield {
          message: `the ${what} of container "${container.name}" calls "${command[0]}", and image "${container.image}" has no shell`,
          path: `${path}.exec`,
          container: container.name,
        };
      }
    }
  },
});

function commandsOf(container: Container) {
  return [container.postStart, container.preStop, ...probesOf(container)].flatMap((each) => {
    if (each?.handler?.type !== 'exec') return [];
    return [{ what: each.type, path: each.path, command: each.handler.command }];
  });
}

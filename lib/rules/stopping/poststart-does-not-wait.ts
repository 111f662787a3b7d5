import { calledBy, type Script, scriptOf } from '../../kubernetes/text/shell';
import type { LifecycleHook } from '../../kubernetes/views/container';
import { steadyContainers } from '../../workloads/containers';
import { isRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const poststartDoesNotWait = defineRule({
  id: 'poststart-does-not-wait',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'A postStart hook returns at once',
  why: 'The kubelet runs postStart before it starts the next container and before it probes anything in the pod: what waits in it holds up the whole pod, and a hook that waits for another container of the pod waits for ever.',
  fix: 'Let a startup probe wait for the app, and an init container for what it depends on.',
  see: ['https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-execution'],
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
            postStart:
              exec: { command: [sh, -c, 'until curl -s localhost:8080/ready; do sleep 1; done'] }
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
          startupProbe:
            httpGet: { path: /ready, port: 8080 }
            periodSeconds: 5
            failureThreshold: 30
`,
  looksAt: isRunning,
  *check({ workload }) {
    for (const container of steadyContainers(workload.template)) {
      const does = container.postStart && whatWaits(container.postStart);
      if (container.postStart === undefined || does === undefined) continue;
      yield {
        message: `the postStart hook of container "${container.name}" ${does}, and later containers and all probes wait for it`,
        path: container.postStart.path,
        container: container.name,
      };
    }
  },
});

function whatWaits({ handler }: LifecycleHook): string | undefined {
  if (handler?.type === 'sleep') return (handler.seconds ?? 0) > 0 ? `sleeps ${handler.seconds}s` : undefined;
  if (handler?.type !== 'exec') return undefined;
  const script = scriptOf(handler.command);
  if (script === undefined) return undefined;
  if (script.commands.some((each) => !each.inBackground && calledBy(each)[0] === 'sleep')) return 'sleeps';
  return asksItself(script) ? 'waits for the app itself' : undefined;
}

/** A request to the own pod that is tried again until it is answered. */
function asksItself({ commands }: Script): boolean {
  return commands.some((each) => {
    const [name, ...args] = calledBy(each);
    if (each.inBackground || (name !== 'curl' && name !== 'wget')) return false;
    const isOwn = args.some((arg) => /(^|\/\/|@)(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(arg));
    return isOwn && args.some((arg) => /^--(retry|tries|waitretry)/.test(arg));
  });
}

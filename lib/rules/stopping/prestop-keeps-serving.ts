import type { Container } from '../../kubernetes/views/container';
import { preStopSecondsFor } from '../../lifecycle/routes/pre-stop';
import { hookEffectOf } from '../../workloads/hook-effect';
import { lingerSeconds } from '../../workloads/lingering';
import { routeOf } from '../../workloads/route-of-set';
import { servingOf } from '../../workloads/serving';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const prestopKeepsServing = defineRule({
  id: 'prestop-keeps-serving',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'The preStop hook sleeps before anything stops the server',
  why: 'Routers go on sending for seconds after a pod is deleted. A hook that first stops the server (`nginx -s quit`, `kill`, a quit endpoint) closes its port while they do, whatever sleeps afterwards; a hook that returns at once brings SIGTERM in the same second. Either way it covers nothing.',
  fix: 'Sleep first, for as long as the slowest router may go on sending, and stop the server after it, or leave that to SIGTERM.',
  see: [
    'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#container-hooks',
    'https://github.com/kubernetes/website/issues/1414',
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
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: nginx:1.27.3
          ports: [{ containerPort: 8080 }]
          lifecycle:
            preStop: { exec: { command: [sh, -c, 'nginx -s quit; sleep 10'] } }
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
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: nginx:1.27.3
          ports: [{ containerPort: 8080 }]
          lifecycle:
            preStop: { exec: { command: [sh, -c, 'sleep 10; nginx -s quit'] } }
`,
  looksAt: isServed,
  *check(object, { set, route: platform }) {
    const container = servingOf(set, object)?.container;
    const hook = container?.preStop;
    if (container === undefined || hook === undefined || !coversNothing(container)) return;
    const route = routeOf(set, object, platform);
    const stop = hookEffectOf(container)?.stop;
    const what =
      stop === undefined
        ? `${hook.handler?.type === 'httpGet' ? 'returns when the app answers' : 'returns at once'}, so SIGTERM comes in second 0`
        : `runs "${stop.text}" in second 0, which closes the port`;
    yield {
      message: `the preStop hook of container "${container.name}" ${what}, and the route ${route.name} goes on sending requests until second ${route.withdrawalLag.toSeconds()}: those are refused`,
      path: hook.path,
      container: container.name,
      about: [hook.path],
      fix: fixFor(stop?.text, preStopSecondsFor(route)),
    };
  },
});

/** A native sleep of 0 s is told by what measures sleeps; a server that lingers after SIGTERM covers the time by itself. */
function coversNothing(container: Container): boolean {
  const effect = hookEffectOf(container);
  if (effect?.covers !== 0 || container.preStop?.handler?.type === 'sleep') return false;
  return effect.stop !== undefined || lingerSeconds(container) === 0;
}

function fixFor(stop: string | undefined, seconds: number): string {
  if (stop === undefined) return `Sleep ${seconds} s first.`;
  if (stop.endsWith('wait-shutdown'))
    return `Give the controller \`--shutdown-grace-period=${seconds}\`, for which it goes on accepting.`;
  return `Sleep ${seconds} s first, and run "${stop}" after it.`;
}

import { hookEffectOf } from '../../workloads/hook-effect';
import { longestRequestOf } from '../../workloads/longest-request';
import { servingOf } from '../../workloads/serving';
import { writtenPath } from '../reading/field';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const serverDrainFitsGrace = defineRule({
  id: 'server-drain-fits-grace',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'The grace period holds what the server is told to finish',
  why: 'Servers are told how long to finish their requests after SIGTERM (gunicorn --graceful-timeout, Spring timeout-per-shutdown-phase, nginx worker_shutdown_timeout), and an Ingress or a route how long a request may last. Where the grace period ends before that, the kubelet kills the process with those requests in flight.',
  fix: 'Raise `terminationGracePeriodSeconds` to the preStop sleep plus that time plus a margin, or tell the server less.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    'https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout',
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
          image: registry.example.com/web:1.4.2
          command: [gunicorn, app.wsgi, --graceful-timeout=120]
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
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
      terminationGracePeriodSeconds: 140
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          command: [gunicorn, app.wsgi, --graceful-timeout=120]
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
  looksAt: isLongRunning,
  *check(object, { set }) {
    const { path, containers, terminationGracePeriodSeconds: grace } = object.workload.template;
    const container = servingOf(set, object)?.container ?? containers[0];
    const longest = container && longestRequestOf(set, object, container);
    // What the annotation declares is held by drain-fits-grace.
    if (container === undefined || longest === undefined || longest.by === 'annotation') return;
    const sleep = hookEffectOf(container)?.covers ?? 0;
    if (sleep + longest.seconds <= grace) return;
    const left = Math.max(0, grace - sleep);
    const of = sleep === 0 ? '' : ` (${grace}s of grace less ${sleep}s of preStop)`;
    const needs =
      longest.by === 'server'
        ? `is told to finish its requests within ${longest.seconds}s (${longest.said}), and has ${left}s${of} until it is killed`
        : `has ${left}s${of} to finish its requests, and one may last ${longest.seconds}s (${longest.said})`;
    yield {
      message: `container "${container.name}" ${needs}`,
      path: writtenPath(object, `${path}.terminationGracePeriodSeconds`, container.path),
      container: container.name,
      about: [`${path}.terminationGracePeriodSeconds`],
      fix: `Raise \`terminationGracePeriodSeconds\` to ${Math.ceil(sleep + longest.seconds + 10)}, or lower ${longest.said}.`,
    };
  },
});

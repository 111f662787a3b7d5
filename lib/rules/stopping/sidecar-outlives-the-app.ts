import type { Container } from '../../kubernetes/views/container';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { classicProxies } from '../../workloads/classic-proxies';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

/** Settings by which a proxy waits for the app's connections before it stops. */
const WAITS =
  /max-sigterm-delay|term_timeout|MAX_SIGTERM_DELAY|EXIT_ON_ZERO_ACTIVE_CONNECTIONS|terminationDrainDuration|TERMINATION_DRAIN_DURATION|wait-before-exit/;

export const sidecarOutlivesTheApp = defineRule({
  id: 'sidecar-outlives-the-app',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'A proxy sidecar stops after the app',
  why: "The containers of a pod are stopped at the same time. While the app still sleeps in its preStop hook and serves, its proxy has already stopped: requests through it are refused, and so are the app's own calls.",
  fix: "Make the proxy a native sidecar (an init container with `restartPolicy: Always`), which stops after the app; or give it a preStop sleep as long as the app's.",
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
    'https://github.com/istio/istio/issues/34855',
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
          lifecycle: { preStop: { sleep: { seconds: 15 } } }
        - name: cloud-sql-proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
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
      initContainers:
        - name: cloud-sql-proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          restartPolicy: Always
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          lifecycle: { preStop: { sleep: { seconds: 15 } } }
`,
  looksAt: isLongRunning,
  *check({ workload }) {
    const { template } = workload;
    const proxies = classicProxies(template);
    const app = template.containers.find((each) => !proxies.includes(each) && each.preStop?.handler !== undefined);
    if (app === undefined) return;
    const sleep = sleepSeconds(app.preStop);
    if (sleep === 0) return;
    for (const proxy of proxies.filter((each) => stopsAtOnce(each, template))) {
      yield {
        message: `proxy "${proxy.name}" stops at once, while container "${app.name}" ${sleep === undefined ? 'is still in its preStop hook' : `sleeps ${sleep}s in preStop and still serves`}`,
        path: proxy.path,
        container: proxy.name,
      };
    }
  },
});

function stopsAtOnce(proxy: Container, { annotations }: PodTemplate): boolean {
  if (proxy.preStop?.handler !== undefined) return false;
  const env = proxy.env.map(({ name, value }) => `${name}=${value ?? ''}`);
  return ![...proxy.command, ...proxy.args, ...env, ...Object.entries(annotations).flat()].some((text) =>
    WAITS.test(text),
  );
}

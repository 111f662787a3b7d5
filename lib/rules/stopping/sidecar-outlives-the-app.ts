import type { ManifestSet, SetObject } from '../../kubernetes/set/manifest-set';
import type { Container } from '../../kubernetes/views/container';
import type { PodTemplate } from '../../kubernetes/views/pod-template';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { classicProxies } from '../../workloads/classic-proxies';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { longestRequestOf } from '../../workloads/longest-request';
import { servingOf } from '../../workloads/serving';
import { isLongRunning } from '../reading/subjects';
import { defineRule, type Violation } from '../rule';

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
  fix: "Make the proxy a native sidecar (an init container with `restartPolicy: Always`), which stops after the app; or give it a preStop sleep that lasts for the app's sleep and its longest request.",
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
  *check(object, { set }) {
    const { template } = object.workload;
    const proxies = classicProxies(template);
    const app = template.containers.find((each) => !proxies.includes(each) && each.preStop?.handler !== undefined);
    if (app === undefined) return;
    const sleep = sleepSeconds(app.preStop);
    if (sleep === 0) return;
    yield* sleepTooShort(proxies, app, (sleep ?? 0) + drainOf(set, object, app));
    for (const proxy of proxies.filter((each) => stopsAtOnce(each, template))) {
      yield {
        message: `proxy "${proxy.name}" stops at once, while container "${app.name}" ${sleep === undefined ? 'is still in its preStop hook' : `sleeps ${sleep}s in preStop and still serves`}`,
        path: proxy.path,
        container: proxy.name,
      };
    }
  },
});

/** A proxy that sleeps and does nothing else is gone when it has, with what the app has not finished by then. */
function* sleepTooShort(proxies: readonly Container[], app: Container, needed: number): Iterable<Violation> {
  for (const proxy of proxies) {
    const sleep = sleepSeconds(proxy.preStop);
    if (proxy.preStop === undefined || sleep === undefined || sleep >= needed || waits(proxy)) continue;
    yield {
      message: `proxy "${proxy.name}" stops after ${sleep}s, and container "${app.name}" may need ${needed}s for its preStop hook and its longest request`,
      path: proxy.path,
      container: proxy.name,
    };
  }
}

/** What the app has to finish through its proxy; nothing is guessed for what no request reaches. */
function drainOf(set: ManifestSet, object: SetObject, app: Container): number {
  const isServed = servingOf(set, object) !== undefined;
  return longestRequestOf(set, object, app)?.seconds ?? (isServed ? DEFAULTS.drain.value : 0);
}

function stopsAtOnce(proxy: Container, { annotations }: PodTemplate): boolean {
  if (proxy.preStop?.handler !== undefined) return false;
  return (
    !waits(proxy) &&
    !Object.entries(annotations)
      .flat()
      .some((text) => WAITS.test(text))
  );
}

function waits({ command, args, env }: Container): boolean {
  return [...command, ...args, ...env.map(({ name, value }) => `${name}=${value ?? ''}`)].some((text) =>
    WAITS.test(text),
  );
}
